import { Camera, FileUp } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import styles from './wallet.module.css';

/** Two ways to a file: the camera and the phone's files. */
export function FilePickers(props: {
  readonly onFile: (file: File) => void;
  /** False: a press does nothing but `onRefused`, which says what is missing. */
  readonly ready: boolean;
  readonly onRefused?: () => void;
}) {
  const words = useMessages(walletScreenWords);
  const picker = {
    type: 'file',
    onClick(event: { preventDefault(): void }) {
      if (props.ready) return;
      event.preventDefault();
      props.onRefused?.();
    },
    onChange(event: ChangeEvent<HTMLInputElement>) {
      const [file] = event.target.files ?? [];
      // The same file can be chosen again.
      if (file !== undefined) props.onFile(file);
      event.target.value = '';
    },
  } as const;
  return (
    <div className={styles.pickers}>
      <label className={styles.picker}>
        <Camera />
        <span>{words.take}</span>
        <input {...picker} accept="image/*" capture="environment" />
      </label>
      <label className={styles.picker}>
        <FileUp />
        <span>{words.pick}</span>
        <input {...picker} accept="image/jpeg,image/png,image/webp,application/pdf" data-testid="wallet-input" />
      </label>
    </div>
  );
}
