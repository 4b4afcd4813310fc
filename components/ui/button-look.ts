import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonLook = { variant?: ButtonVariant | undefined; large?: boolean | undefined };

/** The classes of a button, also for a link that looks like one. */
export function buttonLook({ variant = 'secondary', large = false }: ButtonLook): string {
  return [styles.button, styles[variant], large ? styles.large : ''].filter(Boolean).join(' ');
}
