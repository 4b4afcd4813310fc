'use client';
import { type ReactNode, useState } from 'react';
import { boardCommands } from '@/components/commands/board-commands';
import { CommandRows } from '@/components/commands/command-help';
import { listCommands } from '@/components/commands/list-commands';
import { LIST_QUERY } from '@/components/panels/workshop/list-query';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { nlCommands } from '@/lib/messages/nl-commands';
import { legendOf, nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import { useMapView } from '../map-view';
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

/** The reading guide and the legend, one press away; and the tour again for who asks. */
export function GuideButton({ onTour }: { onTour: () => void }) {
  const [open, setOpen] = useState(false);
  const { look } = useMapView();
  const isListWidth = useMediaQuery(LIST_QUERY);
  const isList = look === 'list' || (look === 'auto' && isListWidth !== false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{nlGuide.open}</Button>
      <Dialog open={open} title={nlGuide.title} wide onClose={close}>
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
          <Button variant="primary" onClick={close}>
            {nlMap.guide.close}
          </Button>
          <Button
            onClick={() => {
              close();
              onTour();
            }}
          >
            {nlGuide.tour.again}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
