'use client';
import { useCommand } from '@/components/live/use-command';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { type Me, paths } from '@/lib/api/contracts';
import { nlCommon, nlSession } from '@/lib/messages/nl';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import styles from './session-menu.module.css';
import { useMenuClosing } from './use-menu-closing';

export function SignOutButton({ facilitator }: { facilitator: boolean }) {
  const { run } = useCommand();
  const signOut = async () => {
    const answer = await run('POST', paths.api.signOut, {});
    if (!answer.ok) return answer.message;
    window.location.replace(paths.home);
    return null;
  };
  return (
    <ConfirmButton
      label={nlSession.signOut}
      variant="quiet"
      title={nlSession.signOutTitle}
      confirmLabel={nlSession.signOut}
      cancelLabel={nlCommon.cancel}
      onConfirm={signOut}
    >
      <p>{facilitator ? nlSession.signOutFacilitator : nlSession.signOutParticipant}</p>
    </ConfirmButton>
  );
}

function SomeoneElseButton({ workshopId }: { workshopId: string }) {
  const { run } = useCommand();
  const change = async () => {
    const answer = await run('POST', paths.api.someoneElse(workshopId), {});
    if (!answer.ok) return answer.message;
    window.location.replace(paths.join);
    return null;
  };
  return (
    <ConfirmButton
      label={nlSession.someoneElse}
      variant="quiet"
      title={nlSession.someoneElseTitle}
      confirmLabel={nlSession.someoneElse}
      cancelLabel={nlCommon.cancel}
      onConfirm={change}
    >
      <p>{nlSession.someoneElseText}</p>
    </ConfirmButton>
  );
}

/** Who am I here, how do I stop being that, and what a full bar has no room for. */
export function SessionMenu({
  me,
  workshopId,
  links = [],
}: {
  me: Me;
  workshopId: string;
  links?: { href: string; label: string }[];
}) {
  const ref = useMenuClosing();
  const facilitator = me.role === 'facilitator';
  return (
    <details ref={ref} className={styles.menu}>
      <summary>{nlSession.menu}</summary>
      <div className={styles.sheet}>
        <p className={styles.who}>
          <strong>{me.name}</strong>
          <span>{me.perspective ?? nlCommon.role[me.role]}</span>
        </p>
        {facilitator && (
          <a className={styles.item} href={paths.home}>
            {nlWorkshop.allWorkshops}
          </a>
        )}
        {links.map(({ href, label }) => (
          <a key={href} className={styles.item} href={href}>
            {label}
          </a>
        ))}
        {!facilitator && <SomeoneElseButton workshopId={workshopId} />}
        <SignOutButton facilitator={facilitator} />
      </div>
    </details>
  );
}
