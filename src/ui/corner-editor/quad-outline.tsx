import type { Quad } from '#lib/quad.ts';
import styles from './corner-editor.module.css';

/** The border that the corners make, drawn twice so that it is seen on white and on black. */
export function QuadOutline({ quad }: { readonly quad: Quad }) {
  const points = quad.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <svg className={styles.outline} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <polygon className={styles.halo} points={points} vectorEffect="non-scaling-stroke" />
      <polygon className={styles.line} points={points} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
