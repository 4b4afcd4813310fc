'use client';
import type { ButtonHTMLAttributes } from 'react';
import { type ButtonLook, buttonLook } from './button-look';
import { useReady } from './use-ready';

type Props = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** under way: the button keeps the focus and does nothing */
    busy?: boolean;
    /** works without scripts: a form the browser itself sends */
    plain?: boolean;
  };

/** A button that waits for the scripts it needs, so that no form with a name in it is ever sent by address. */
export function Button({ variant, large, busy = false, plain = false, onClick, type = 'button', ...rest }: Props) {
  const ready = useReady() || plain;
  return (
    <button
      {...rest}
      type={type}
      className={buttonLook({ variant, large })}
      disabled={rest.disabled || !ready}
      data-waiting={ready ? undefined : ''}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
