import type { ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import styles from './disclosure.module.css';

/** Something for those who want to know more. The browser's own details element. */
export function Disclosure({ summary, children }: { readonly summary: ReactNode; readonly children: ReactNode }) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <span>{summary}</span>
        <ChevronDown />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
