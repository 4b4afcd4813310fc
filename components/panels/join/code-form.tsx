'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { paths } from '@/lib/api/contracts';
import { nlHome } from '@/lib/messages/nl-home';
import styles from './code-form.module.css';

/** The short code. The form posts to the server, which answers with the join page; it works without scripts too. */
export function CodeForm() {
  const [error, setError] = useState<string | null>(null);
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    const code = new FormData(event.currentTarget).get('code');
    if (typeof code === 'string' && code.trim() !== '') return;
    event.preventDefault();
    setError(nlHome.codeEmpty);
    event.currentTarget.querySelector('input')?.focus();
  };
  return (
    <form className={styles.form} method="post" action={paths.enterCode} onSubmit={handleSubmit} noValidate>
      <TextField
        label={nlHome.codeLabel}
        hint={nlHome.codeHint}
        name="code"
        maxLength={40}
        className={styles.code}
        autoCapitalize="characters"
        spellCheck={false}
        error={error}
      />
      <Button plain type="submit" variant="primary" large>
        {nlHome.codeButton}
      </Button>
    </form>
  );
}
