import styles from './spinner.module.css';
import { useUiWords } from './ui-words.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Something is under way. `label` is read out with what holds it; without one it says the shell's word for loading. */
export function Spinner({ label }: { readonly label?: string }) {
  const words = useUiWords();
  return (
    <span className={styles.spinner}>
      <VisuallyHidden>{label ?? words.loading}</VisuallyHidden>
    </span>
  );
}
