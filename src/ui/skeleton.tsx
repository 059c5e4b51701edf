import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';
import { useUiWords } from './ui-words.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface SkeletonProps {
  /** How many rows of the shape. */
  readonly rows?: number;
  readonly shape?: 'text' | 'row' | 'card';
}

/** Where something will be in a moment. Read out once, as the shell's word for loading. */
export function Skeleton({ rows = 3, shape = 'text' }: SkeletonProps) {
  const words = useUiWords();
  return (
    <output className={styles.skeleton}>
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={classNames(styles.bone, styles[shape])} aria-hidden="true" />
      ))}
    </output>
  );
}
