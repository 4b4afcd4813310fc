import { ButtonLink } from '@/components/ui/button-link';
import { paths, type WorkshopSummary } from '@/lib/api/contracts';
import { formatDate } from '@/lib/messages/format';
import { nlHome } from '@/lib/messages/nl-home';
import styles from './home-panels.module.css';

function WorkshopCard({ workshop }: { workshop: WorkshopSummary }) {
  const { id, title, createdAt, closedAt, participants, roundOpen } = workshop;
  return (
    <li className={styles.workshop}>
      <div className={styles.about}>
        <h3>
          <a href={paths.manage(id)}>{title}</a>
        </h3>
        <p className={styles.soft}>
          {closedAt ? nlHome.closedOn(formatDate(closedAt)) : nlHome.madeOn(formatDate(createdAt))} ·{' '}
          {nlHome.people(participants)}
        </p>
        {roundOpen && (
          <p>
            <strong>{nlHome.roundOpen}</strong>
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <ButtonLink
          variant={closedAt ? 'secondary' : 'primary'}
          href={paths.workshop(id)}
          aria-label={`${nlHome.toBoard}: ${title}`}
        >
          {nlHome.toBoard}
        </ButtonLink>
        <ButtonLink href={paths.manage(id)} aria-label={`${nlHome.manage}: ${title}`}>
          {nlHome.manage}
        </ButtonLink>
      </div>
    </li>
  );
}

function WorkshopGroup({ title, id, workshops }: { title: string; id: string; workshops: WorkshopSummary[] }) {
  if (workshops.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.workshops}>
        {workshops.map((workshop) => (
          <WorkshopCard key={workshop.id} workshop={workshop} />
        ))}
      </ul>
    </section>
  );
}

/** The workshops of this facilitator: open ones first. */
export function WorkshopCards({ workshops }: { workshops: WorkshopSummary[] }) {
  return (
    <>
      <WorkshopGroup id="open" title={nlHome.open} workshops={workshops.filter(({ closedAt }) => !closedAt)} />
      <WorkshopGroup id="gesloten" title={nlHome.closed} workshops={workshops.filter(({ closedAt }) => closedAt)} />
    </>
  );
}
