import type { AnchorHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';
import type { ButtonVariant } from './button.tsx';
import { classNames } from './class-names.ts';

export interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
}

/** Goes somewhere, and looks like a button. Plain anchors: the shell turns presses into navigation. */
export function ButtonLink({ variant = 'primary', icon, wide, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classNames(styles.button, styles[variant], wide && styles.wide, className)}>
      {icon}
      <span>{children}</span>
    </a>
  );
}
