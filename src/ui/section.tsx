import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

/** A part of the screen with its own heading, known to a screen reader by it. */
export function Section(props: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <Heading id={id}>{props.title}</Heading>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
