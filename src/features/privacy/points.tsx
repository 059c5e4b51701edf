import { Card } from '#ui/card.tsx';
import styles from './privacy.module.css';

export function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <Card>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Card>
  );
}
