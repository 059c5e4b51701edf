import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  /** Drawn before the words. */
  readonly icon?: ReactNode;
  readonly wide?: boolean;
  /** The work is under way: a ring turns, presses do nothing, the focus stays. */
  readonly busy?: boolean;
  /** Read out with the ring, while busy. */
  readonly busyLabel?: string;
}

/** One verb. `primary` at most once a screen. */
export function Button(props: ButtonProps) {
  const { variant = 'primary', icon, wide, busy = false, busyLabel, className, children, onClick, ...rest } = props;
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy ? true : rest['aria-disabled']}
      className={classNames(styles.button, styles[variant], wide && styles.wide, busy && styles.busy, className)}
      onClick={press}
    >
      {busy ? <Spinner {...(busyLabel === undefined ? {} : { label: busyLabel })} /> : icon}
      <span>{children}</span>
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** The accessible name; also the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** A round button with a picture only. For things that everybody knows by their picture: back, close, delete. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(styles.button, styles.quiet, styles.icon, className)}
    >
      {icon}
    </button>
  );
}
