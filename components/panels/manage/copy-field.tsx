'use client';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { nlManage } from '@/lib/messages/nl-manage';
import styles from './manage.module.css';

/** The clipboard API exists on https only; selecting and the old command work on plain http too. */
async function copyText(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  if (navigator.clipboard) {
    const done = await navigator.clipboard.writeText(field.value).then(
      () => true,
      () => false,
    );
    if (done) return true;
  }
  return document.execCommand('copy');
}

export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    if (field.current) setSaid((await copyText(field.current)) ? nlManage.copied : nlManage.copyFailed);
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.copyRow}>
        <input ref={field} id={id} readOnly value={value} />
        <Button aria-label={`${nlManage.copy}: ${label}`} onClick={() => void copy()}>
          {nlManage.copy}
        </Button>
      </div>
      <p role="status">{said}</p>
    </div>
  );
}
