import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { useUiWords } from './ui-words.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Called for every way out: Escape, the phone's back gesture, the close button, a press outside. */
  readonly onClose: () => void;
  /** Buttons; the one to press first comes first. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** The browser's own dialog: it holds the focus, closes on Escape and on Android's back, and gives the focus back. */
export function Dialog({ open, title, onClose, actions, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = useUiWords();

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);

  // One that is taken off the page while it is open would take the focus along.
  useLayoutEffect(() => {
    const dialog = element.current;
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The open state belongs to the owner: it closes the dialog when it agrees.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (open) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && (
        <div className={styles.sheet}>
          <div className={styles.head}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <IconButton label={words.close} icon={<X />} onClick={onClose} />
          </div>
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
