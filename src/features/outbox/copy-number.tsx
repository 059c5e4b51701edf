import { Copy } from 'lucide-react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { Button } from '#ui/button.tsx';
import { showToast } from '#ui/toast-store.ts';

export function CopyNumber({ registrationNumber }: { readonly registrationNumber: string }) {
  const { number } = useMessages(outboxWords);
  return (
    <Button variant="secondary" icon={<Copy />} onClick={() => void copy(registrationNumber)}>
      {number.copy}
    </Button>
  );
}

async function copy(text: string): Promise<void> {
  const { number } = currentMessages(outboxWords);
  try {
    await navigator.clipboard.writeText(text);
    showToast({ message: number.copied });
  } catch {
    showToast({ message: number.notCopied, tone: 'alert' });
  }
}
