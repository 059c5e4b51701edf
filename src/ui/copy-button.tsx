import { Copy } from 'lucide-react';
import { Button } from './button.tsx';
import { showToast } from './toast-store.ts';

export interface CopyButtonProps {
  /** What is copied. */
  readonly text: string;
  readonly label: string;
  /** Said when it is done, and when the browser does not allow it. */
  readonly copied: string;
  readonly notCopied: string;
}

export function CopyButton({ text, label, copied, notCopied }: CopyButtonProps) {
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ message: copied });
    } catch {
      showToast({ message: notCopied, tone: 'alert' });
    }
  }
  return (
    <Button variant="secondary" icon={<Copy />} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
