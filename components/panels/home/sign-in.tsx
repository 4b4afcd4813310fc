'use client';
import { useEffect, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/api/contracts';
import { nlCommon, nlSignIn } from '@/lib/messages/nl';
import styles from '../join/join-form.module.css';

/** One button: opening the link alone uses nothing up, since mail scanners open links too. */
export function SignIn({ token: given }: { token: string | null }) {
  const [token] = useState(given);
  const { busy, problem, run } = useCommand();
  useEffect(() => {
    if (token) window.history.replaceState(null, '', window.location.pathname);
  }, [token]);
  const signIn = async () => {
    const answer = await run('POST', paths.api.signIn, { token });
    if (answer.ok) window.location.replace(paths.home);
  };
  return (
    <div className={styles.form}>
      <h1>{nlSignIn.title}</h1>
      {token ? (
        <p>{nlSignIn.lead}</p>
      ) : (
        <Alert kind="warning" title={nlSignIn.noToken}>
          <p>{nlSignIn.again}</p>
        </Alert>
      )}
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      {token && (
        <Button variant="primary" large busy={busy} onClick={() => void signIn()}>
          {busy ? nlCommon.busy : nlSignIn.button}
        </Button>
      )}
    </div>
  );
}
