import type { ReactNode } from 'react';
import styles from './field.module.css';
import { GroupFrame, type FieldFrameProps } from './field-frame.tsx';

/** Several questions about one person or thing. */
export function FieldSet({ children, ...frame }: FieldFrameProps & { readonly children: ReactNode }) {
  return (
    <GroupFrame frame={frame}>
      <div className={styles.group}>{children}</div>
    </GroupFrame>
  );
}
