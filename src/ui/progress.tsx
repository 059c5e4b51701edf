import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './progress.module.css';

export interface ProgressProps {
  readonly value: number;
  readonly max: number;
  /** What moves on; read out with the bar. */
  readonly label: ReactNode;
  /** Words beside the label: "45%", "3 dari 7". */
  readonly valueText?: string;
  /** Shows only the bar; the label is still read out. */
  readonly bare?: boolean;
  readonly tone?: 'accent' | 'waiting';
}

export function Progress({ value, max, label, valueText, bare = false, tone = 'accent' }: ProgressProps) {
  const labelId = useId();
  return (
    <div className={styles.progress}>
      <div className={classNames(styles.words, bare && styles.hidden)}>
        <span id={labelId}>{label}</span>
        {valueText !== undefined && <span className={styles.value}>{valueText}</span>}
      </div>
      <progress
        className={classNames(styles.track, styles[tone])}
        aria-labelledby={labelId}
        aria-valuetext={valueText}
        value={Math.min(Math.max(value, 0), max)}
        max={Math.max(max, 1)}
      />
    </div>
  );
}
