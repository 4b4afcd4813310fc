'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import type { ButtonVariant } from './button-look';
import { Dialog, DialogActions } from './dialog';

/** A button that first says what will happen. `onConfirm` resolves to a sentence when it was refused. */
export function ConfirmButton({
  label,
  accessibleLabel,
  variant,
  title,
  confirmLabel,
  cancelLabel,
  danger = false,
  onConfirm,
  children,
}: {
  label: string;
  accessibleLabel?: string;
  variant?: ButtonVariant;
  title: string;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  onConfirm: () => Promise<string | null>;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    const refused = await onConfirm();
    setBusy(false);
    setProblem(refused);
    if (refused === null) setOpen(false);
  };
  return (
    <>
      <Button
        variant={variant}
        aria-label={accessibleLabel}
        onClick={() => {
          setProblem(null);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        {children}
        {problem && (
          <p role="alert">
            <strong>{problem}</strong>
          </p>
        )}
        <DialogActions>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button onClick={() => setOpen(false)}>{cancelLabel}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
