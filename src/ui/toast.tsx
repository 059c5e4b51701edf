import { useEffect, useState, useSyncExternalStore } from 'react';
import { X } from 'lucide-react';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { hideToast, toastStore, type Toast } from './toast-store.ts';
import styles from './toast.module.css';
import { useUiWords } from './ui-words.ts';

/** Once, in the shell. The live region is always there, so that a screen reader hears what comes into it. */
export function ToastRegion() {
  const toast = useSyncExternalStore(toastStore.subscribe, toastStore.getSnapshot);
  return (
    <output className={styles.region} aria-live="polite" aria-atomic="true">
      {toast !== null && <ToastView key={toast.id} toast={toast} />}
    </output>
  );
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const words = useUiWords();
  const [held, setHeld] = useState(false);
  const [saidIn] = useState(words);
  const isOtherLanguage = saidIn !== words;

  // Its words were made when it was shown: it does not stay in the language that is not spoken any more.
  useEffect(() => {
    if (isOtherLanguage) hideToast(toast.id);
  }, [isOtherLanguage, toast]);

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => hideToast(toast.id), toast.durationMs);
    return () => clearTimeout(timer);
  }, [held, toast]);

  return (
    <div
      // The screen makes room under its last line while this stands over it.
      data-toast
      className={classNames(styles.toast, toast.tone === 'alert' && styles.alert)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.message}>{toast.message}</p>
      {toast.action !== null && (
        <Button
          variant="quiet"
          className={classNames(styles.action)}
          onClick={() => {
            toast.action?.onAction();
            hideToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        label={words.close}
        icon={<X />}
        className={classNames(styles.close)}
        onClick={() => hideToast(toast.id)}
      />
    </div>
  );
}
