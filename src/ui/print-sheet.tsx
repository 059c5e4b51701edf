import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './print-sheet.module.css';

/** What a printer gets instead of the screen: a strip of 58 mm as well as a sheet of A6. On the screen it is nothing. */
export function PrintSheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return createPortal(
    <div className={`print-sheet ${styles.sheet}`} aria-hidden="true">
      <p className={styles.title}>{title}</p>
      {children}
    </div>,
    document.body,
  );
}
