'use client';
import { useCallback, useEffect, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Dialog } from '@/components/ui/dialog';
import { callApi } from '@/lib/api/call-api';
import { type LinkView, paths } from '@/lib/api/contracts';
import { formatDate } from '@/lib/messages/format';
import { nlCommon } from '@/lib/messages/nl';
import { nlManage } from '@/lib/messages/nl-manage';
import { CopyField } from './copy-field';
import styles from './manage.module.css';
import { QrCode } from './qr-code';

type Role = LinkView['role'];

function LargeLink({ link }: { link: LinkView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{nlManage.showLarge}</Button>
      <Dialog open={open} wide title={nlManage.largeTitle} onClose={() => setOpen(false)}>
        <div className={styles.large}>
          <QrCode svg={link.qr} label={nlManage.qr} />
          <div className={styles.form}>
            <p>{nlManage.codeAt(new URL(link.url).host)}</p>
            <p className={styles.largeCode}>{link.code}</p>
            <div>
              <Button onClick={() => setOpen(false)}>{nlCommon.close}</Button>
            </div>
          </div>
        </div>
      </Dialog>
    </>
  );
}

function RenewButton({ onRenew }: { onRenew: () => Promise<string | null> }) {
  return (
    <ConfirmButton
      label={nlManage.renew}
      variant="quiet"
      title={nlManage.renewTitle}
      confirmLabel={nlManage.renew}
      cancelLabel={nlCommon.cancel}
      onConfirm={onRenew}
    >
      <p>{nlManage.renewText}</p>
    </ConfirmButton>
  );
}

function JoinLink({ link, onRenew }: { link: LinkView; onRenew: () => Promise<string | null> }) {
  return (
    <>
      <div className={styles.invite}>
        <QrCode svg={link.qr} label={nlManage.qr} />
        <div className={styles.form}>
          <div>
            <p className={styles.soft}>{nlManage.codeAt(new URL(link.url).host)}</p>
            <p className={styles.code}>{link.code}</p>
          </div>
          <div className={styles.actions}>
            <LargeLink link={link} />
            <RenewButton onRenew={onRenew} />
          </div>
        </div>
      </div>
      <CopyField label={nlManage.link} value={link.url} />
      <p className={styles.soft}>{nlManage.expires(formatDate(link.expiresAt))}</p>
    </>
  );
}

function ObserverLink({ link, onRenew }: { link: LinkView | undefined; onRenew: () => Promise<string | null> }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className={styles.observer}>
      <h3>{nlManage.observerTitle}</h3>
      <p>{nlManage.observerText}</p>
      {link ? (
        <>
          <CopyField label={nlManage.observerLink} value={link.url} />
          <div>
            <RenewButton onRenew={onRenew} />
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => void onRenew().then(setProblem)}>{nlManage.observerMake}</Button>
        </div>
      )}
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
    </div>
  );
}

/** The links that let people in: shown again whenever the facilitator asks. */
export function ManageLinks({ workshopId }: { workshopId: string }) {
  const [links, setLinks] = useState<LinkView[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [renewed, setRenewed] = useState(false);
  const { run } = useCommand();
  const load = useCallback(async () => {
    const answer = await callApi<LinkView[]>('GET', paths.api.links(workshopId));
    setFailed(!answer.ok);
    if (answer.ok) setLinks(answer.value);
  }, [workshopId]);
  useEffect(() => void load(), [load]);
  const renew = (role: Role) => async () => {
    const answer = await run('POST', paths.api.links(workshopId), { role });
    if (!answer.ok) return answer.message;
    await load();
    setRenewed(true);
    return null;
  };
  const valid = (role: Role) => links?.find((link) => link.role === role && !link.revokedAt);
  const join = valid('participant');
  return (
    <Card id="uitnodigen" title={nlManage.inviteTitle}>
      <p>{nlManage.inviteText}</p>
      {failed && (
        <Alert kind="error" live>
          {nlManage.linksFailed}
        </Alert>
      )}
      {!links && !failed && <p role="status">{nlCommon.busy}</p>}
      {renewed && (
        <Alert kind="ok" live>
          {nlManage.renewed}
        </Alert>
      )}
      {links &&
        (join ? (
          <JoinLink link={join} onRenew={renew('participant')} />
        ) : (
          <div className={styles.form}>
            <p>{nlManage.noLink}</p>
            <div>
              <Button variant="primary" onClick={() => void renew('participant')()}>
                {nlManage.makeLink}
              </Button>
            </div>
          </div>
        ))}
      {links && <ObserverLink link={valid('observer')} onRenew={renew('observer')} />}
    </Card>
  );
}
