import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type RoundResult, type RoundView } from '@/lib/api/contracts';
import { formatMoment } from '@/lib/messages/format';
import { nlResult, nlVote } from '@/lib/messages/nl-vote';
import type { BallotCluster } from './ballot-order';
import styles from './result-view.module.css';

/** [T9] Under this many voters a percentage says more than we know. */
const PERCENT_FROM = 15;

type Item = RoundResult['items'][number];

function share(item: Item, voters: number): string {
  if (voters < PERCENT_FROM) return nlResult.from(item.voters);
  return nlResult.share(item.voters, Math.round((item.voters / voters) * 100));
}

function Bar({ dots, most }: { dots: number; most: number }) {
  return (
    <svg className={styles.bar} width="100%" height="12" aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100%" height="12" rx="6" />
      <rect className={styles.fill} width={`${(dots / Math.max(1, most)) * 100}%`} height="12" rx="6" />
    </svg>
  );
}

function Ranking({ result, labels }: { result: RoundResult; labels: Map<string, string> }) {
  const chosen = result.items.filter(({ dots }) => dots > 0);
  const most = Math.max(...chosen.map(({ dots }) => dots));
  const shared = (item: Item) => chosen.filter(({ rank }) => rank === item.rank).length > 1;
  const without = result.items.length - chosen.length;
  return (
    <>
      <ol className={styles.ranking}>
        {chosen.map((item) => (
          <li key={item.number}>
            <span className={styles.rank}>
              <span className="visually-hidden">{nlResult.rank(item.rank, shared(item))}: </span>
              <span aria-hidden="true">
                {item.rank}
                {shared(item) && '='}
              </span>
            </span>
            <div className={styles.item}>
              <p className={styles.name}>
                <span className={styles.ball}>{item.number}</span> <span>{labels.get(item.number)}</span>
              </p>
              <Bar dots={item.dots} most={most} />
              <p className={styles.figures}>
                <strong>{nlVote.dots(item.dots)}</strong> {share(item, result.voters)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {without > 0 && <p>{nlResult.noDots(without)}.</p>}
    </>
  );
}

/** Points without a dot have no place. */
function rankOf(item: Item | undefined): string {
  return item && item.dots > 0 ? String(item.rank) : '–';
}

function Figures({ result, clusters }: { result: RoundResult; clusters: BallotCluster[] }) {
  const byNumber = new Map(result.items.map((item) => [item.number, item]));
  const rows = clusters.flatMap(({ points }) => points).filter(({ number }) => byNumber.has(number));
  return (
    <table className={styles.table}>
      <caption id="tabel">{nlResult.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{nlResult.column.point}</th>
          <th scope="col">{nlResult.column.dots}</th>
          <th scope="col">{nlResult.column.voters}</th>
          <th scope="col">{nlResult.column.rank}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, label }) => (
          <tr key={number}>
            <th scope="row">
              {number} {label}
            </th>
            <td>{byNumber.get(number)?.dots}</td>
            <td>{byNumber.get(number)?.voters}</td>
            <td>{rankOf(byNumber.get(number))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{nlResult.total}</th>
          <td>{result.dots}</td>
          <td>{result.voters}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Chain({ round }: { round: RoundView }) {
  return (
    <details className={styles.chain}>
      <summary>{nlResult.chain}</summary>
      <p>{nlResult.chainText}</p>
      <dl>
        <dt>{nlResult.chainStart}</dt>
        <dd>
          <code>{round.chain.start}</code>
        </dd>
        <dt>{nlResult.chainEnd}</dt>
        <dd>
          <code>{round.chain.end}</code>
        </dd>
      </dl>
    </details>
  );
}

/** A closed round: order with bars, all figures in a table, to save and to print. */
export function ResultView({
  workshopId,
  round,
  result,
  clusters,
}: {
  workshopId: string;
  round: RoundView;
  result: RoundResult;
  clusters: BallotCluster[];
}) {
  const labels = new Map(clusters.flatMap(({ points }) => points).map(({ number, label }) => [number, label]));
  return (
    <div className={styles.result}>
      <div className={styles.lead}>
        <p className={styles.turnout}>{nlVote.turnout(round.turnout.voted, round.turnout.entitled)}.</p>
        <p>
          {nlResult.rules(round.budget, round.cap)} {nlResult.room}
        </p>
        {round.closedAt && <p className={styles.soft}>{nlResult.closedOn(formatMoment(round.closedAt))}.</p>}
      </div>
      <div className={`${styles.actions} no-print`}>
        <Button onClick={() => window.print()}>{nlResult.print}</Button>
        <ButtonLink href={paths.api.resultCsv(workshopId, round.id)} download>
          {nlResult.csv}
        </ButtonLink>
        <ButtonLink variant="quiet" href={paths.workshop(workshopId)}>
          {nlVote.toList}
        </ButtonLink>
      </div>
      <section className={styles.sheet} aria-labelledby="volgorde">
        <h2 id="volgorde">{nlResult.ranking}</h2>
        {result.voters === 0 ? <p>{nlResult.nobody}</p> : <Ranking result={result} labels={labels} />}
      </section>
      <section className={styles.sheet} aria-labelledby="cijfers">
        <h2 id="cijfers">{nlResult.allFigures}</h2>
        {/* Very large text makes a table wider than a phone; it then scrolls by itself. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must also scroll by keyboard */}
        <section className={styles.scroll} aria-labelledby="tabel" tabIndex={0}>
          <Figures result={result} clusters={clusters} />
        </section>
        <Chain round={round} />
      </section>
    </div>
  );
}
