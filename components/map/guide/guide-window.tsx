'use client';
import type { ReactNode } from 'react';
import { boardCommands } from '@/components/commands/board-commands';
import { CommandRows } from '@/components/commands/command-help';
import { listCommands } from '@/components/commands/list-commands';
import { Button } from '@/components/ui/button';
import { DialogActions } from '@/components/ui/dialog';
import { nlCommands } from '@/lib/messages/nl-commands';
import { legendOf, nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import styles from './guide.module.css';

const { rows } = nlGuide.legend;

function Sign({ kind }: { kind: keyof typeof rows }) {
  return <span className={`${styles.sign} ${styles[kind]}`} aria-hidden="true" />;
}

function Row({ sign, name, meaning }: { sign: ReactNode; name: string; meaning: string }) {
  return (
    <li className={styles.row}>
      {sign}
      <span>
        <strong>{name}</strong> {meaning}
      </span>
    </li>
  );
}

function Legend() {
  const { schema } = useMapData();
  return (
    <section className={styles.part}>
      <h3>{nlGuide.legend.title}</h3>
      <h4>{nlGuide.legend.signs}</h4>
      <ul className={styles.rows}>
        {(Object.keys(rows) as (keyof typeof rows)[]).map((kind) => (
          <Row key={kind} sign={<Sign kind={kind} />} name={`${rows[kind].name}.`} meaning={rows[kind].meaning} />
        ))}
      </ul>
      <h4>{nlGuide.legend.layers}</h4>
      <ul className={styles.rows}>
        {schema &&
          legendOf(schema.template).map(({ colour, word, meaning }) => (
            <Row
              key={colour}
              sign={<span className={styles.colour} data-colour={colour} aria-hidden="true" />}
              name={`${word.charAt(0).toUpperCase()}${word.slice(1)}.`}
              meaning={meaning}
            />
          ))}
      </ul>
    </section>
  );
}

type GuideProps = { isList: boolean; onClose: () => void; onTour: () => void };

/** What is in the window: the reading guide, the legend, and all one can do in this view. */
export function GuideWindow({ isList, onClose, onTour }: GuideProps) {
  return (
    <>
      <p>{nlGuide.intro}</p>
      <div className={styles.columns}>
        <ol className={styles.steps}>
          {nlGuide.steps.map(({ title, text }) => (
            <li key={title}>
              <strong>{title}.</strong> {text}
            </li>
          ))}
        </ol>
        <Legend />
      </div>
      <section className={styles.part}>
        <h3>{nlCommands.help}</h3>
        <CommandRows commands={isList ? listCommands : boardCommands} />
      </section>
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          {nlMap.guide.close}
        </Button>
        <Button
          onClick={() => {
            onClose();
            onTour();
          }}
        >
          {nlGuide.tour.again}
        </Button>
      </DialogActions>
    </>
  );
}
