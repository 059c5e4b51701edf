import { Camera, FileUp } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { FilePicker, FilePickers } from '#ui/file-picker.tsx';

/** Two ways to a paper: the camera and the phone's files. */
export function PaperPickers(props: {
  readonly onFile: (file: File) => void;
  /** The last one is being stored: a press does nothing. */
  readonly busy: boolean;
  /** Called in place of the picker where something is missing, and says what. */
  readonly onRefused?: (() => void) | undefined;
}) {
  const words = useMessages(walletScreenWords);
  const picker = {
    closed: props.busy,
    onOpen(event: { preventDefault(): void }) {
      if (props.onRefused === undefined) return;
      event.preventDefault();
      props.onRefused();
    },
    onChange(event: ChangeEvent<HTMLInputElement>) {
      const [file] = event.target.files ?? [];
      if (file !== undefined) props.onFile(file);
      // The same file can be chosen again.
      event.target.value = '';
    },
  } as const;
  return (
    <FilePickers>
      <FilePicker {...picker} icon={<Camera />} label={words.take} accept="image/*" capture="environment" />
      <FilePicker
        {...picker}
        icon={<FileUp />}
        label={words.pick}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        data-testid="wallet-input"
      />
    </FilePickers>
  );
}
