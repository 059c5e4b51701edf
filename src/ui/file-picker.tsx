import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './file-picker.module.css';

export interface FilePickerProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'onClick'> {
  readonly icon: ReactNode;
  readonly label: string;
  /** A press does nothing. The focus stays, so that it can be read why. */
  readonly closed?: boolean;
  /** What was pressed is needed and not there. */
  readonly wrong?: boolean;
  /** As wide as its words only. */
  readonly narrow?: boolean;
  /** Before the phone's own picker opens; it does not open where this calls `preventDefault`. */
  readonly onOpen?: (event: { preventDefault(): void }) => void;
  readonly 'data-testid'?: string;
}

/** A way to a file that looks like a button: the phone's own picker behind it. */
export function FilePicker({ icon, label, closed = false, wrong, narrow, onOpen, ...input }: FilePickerProps) {
  return (
    <label
      className={classNames(styles.picker, narrow && styles.narrow, wrong && styles.wrong, closed && styles.closed)}
    >
      {icon}
      <span>{label}</span>
      <input
        {...input}
        type="file"
        aria-disabled={closed}
        onClick={(event) => {
          if (closed) event.preventDefault();
          else onOpen?.(event);
        }}
      />
    </label>
  );
}

/** Side by side where there is room. */
export function FilePickers({ children }: { readonly children: ReactNode }) {
  return <div className={styles.pickers}>{children}</div>;
}
