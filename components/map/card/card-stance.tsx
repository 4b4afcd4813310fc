'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DILEMMA_LEVELS, type DilemmaLevel, type StanceRequest, type StanceView } from '@/lib/api/map-contracts';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import { nameOf } from '../people-names';
import styles from './card.module.css';

const words = nlMap.dilemma;
const POLES = [-2, -1, 0, 1, 2] as const;

/** Who stands on an element, and what this person says; a choice is shown before the server has it. */
function useStances(elementId: string) {
  const { state, group, commands } = useMapData();
  const [pending, setPending] = useState<{ stance: StanceRequest | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer map says itself what is stored
  useEffect(() => setPending(null), [group.map]);
  const stored = group.map.stances.filter((stance) => stance.elementId === elementId);
  const others = stored.filter(({ person }) => person !== state.me.key);
  const mine = pending ? pending.stance : (stored.find(({ person }) => person === state.me.key) ?? null);
  const say = async (stance: StanceRequest | null) => {
    setPending({ stance });
    setProblem(null);
    const answer = stance ? await commands.takeStance(elementId, stance) : await commands.leaveStance(elementId);
    if (!answer.ok) {
      setProblem(answer.message);
      setPending(null);
    }
  };
  const all: StanceView[] = [
    ...others,
    ...(mine ? [{ person: state.me.key, elementId, pole: mine.pole, level: mine.level }] : []),
  ];
  return { mine, all, say, problem };
}

/** 'Hier sta ik': the own button, and the names of who pressed it. */
export function StandHere({ elementId }: { elementId: string }) {
  const { state, canWrite } = useMapData();
  const { mine, all, say, problem } = useStances(elementId);
  const names = all.map(({ person }) => nameOf(state, person)).join(', ');
  return (
    <div className={styles.stand}>
      {canWrite && (
        <Button
          variant={mine ? 'primary' : 'secondary'}
          aria-pressed={mine !== null}
          onClick={() => void say(mine ? null : { pole: null, level: null })}
        >
          {nlMap.card.standHere}
        </Button>
      )}
      <p className={styles.soft}>{all.length > 0 ? nlMap.card.standing(names) : nlMap.card.noOneHere}</p>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

function Spread({ all, poles }: { all: readonly StanceView[]; poles: { left: string; right: string } }) {
  const most = Math.max(1, ...POLES.map((pole) => all.filter((stance) => stance.pole === pole).length));
  return (
    <div className={styles.spread}>
      <h4>{words.spread}</h4>
      <ol>
        {POLES.map((pole) => {
          const count = all.filter((stance) => stance.pole === pole).length;
          return (
            <li key={pole}>
              <span className={styles.spreadLabel}>{words.step(pole, poles.left, poles.right)}</span>
              <meter className={styles.meter} min={0} max={most} value={count} aria-hidden="true" />
              <span className={styles.count}>{words.people(count)}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** A pair of poles: where this person stands on five steps and at which level, and how the group is spread. */
export function DilemmaStance({ elementId, poles }: { elementId: string; poles: { left: string; right: string } }) {
  const { canWrite } = useMapData();
  const { mine, all, say, problem } = useStances(elementId);
  const level = mine?.level ?? null;
  const toLevel = (value: string): DilemmaLevel | null => DILEMMA_LEVELS.find((one) => one === value) ?? null;
  return (
    <div className={styles.dilemma}>
      {canWrite && (
        <>
          <fieldset aria-describedby={`${elementId}-hint`}>
            <legend>{words.where}</legend>
            <p id={`${elementId}-hint`} className={styles.soft}>
              {words.hint}
            </p>
            {POLES.map((pole) => (
              <label key={pole} className={styles.pole}>
                <input
                  type="radio"
                  name={`pole-${elementId}`}
                  checked={mine?.pole === pole}
                  onChange={() => void say({ pole, level })}
                />
                <span>{words.step(pole, poles.left, poles.right)}</span>
              </label>
            ))}
          </fieldset>
          <label className={styles.level}>
            <span>{words.level}</span>
            <select
              value={level ?? ''}
              onChange={(event) => void say({ pole: mine?.pole ?? null, level: toLevel(event.target.value) })}
            >
              <option value="">{words.noLevel}</option>
              {DILEMMA_LEVELS.map((one) => (
                <option key={one} value={one}>
                  {words.levels[one]}
                </option>
              ))}
            </select>
          </label>
          {mine && (
            <p>
              <Button variant="quiet" onClick={() => void say(null)}>
                {words.clear}
              </Button>
            </p>
          )}
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
      <Spread all={all} poles={poles} />
    </div>
  );
}
