import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';
import type { Tone } from './tone.ts';

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly icon?: ReactNode;
  /** Buttons, under the words. */
  readonly actions?: ReactNode;
  /**
   * `status` for something that comes up while the person is here (read out politely), `alert` for what went wrong
   * just now (read out at once). Without it the notice is simply part of the page.
   */
  readonly live?: 'status' | 'alert';
  /** Heading level of the title; none by default. */
  readonly headingLevel?: 2 | 3;
  readonly id?: string;
  readonly children?: ReactNode;
}

export function Notice({ tone = 'info', title, icon, actions, live, headingLevel, id, children }: NoticeProps) {
  const Title = headingLevel === undefined ? 'p' : (`h${headingLevel}` as const);
  return (
    <div className={classNames(styles.notice, styles[tone])} role={live} id={id}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <div className={styles.body}>
        {title !== undefined && <Title className={styles.title}>{title}</Title>}
        {children !== undefined && <div className={styles.text}>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
