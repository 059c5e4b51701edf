import { FileDown, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { courierWords } from '#i18n/sets/courier.ts';
import type { Packed } from '#services/courier-menu.ts';
import { useCourier } from '#services/use-courier.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';

/** "Titip lewat HP lain": one sealed application as a file that anybody's phone can deliver. */
export function HandOver({ entry }: { readonly entry: OutboxEntry }) {
  const { give: words } = useMessages(courierWords);
  const courier = useCourier();
  const [busy, setBusy] = useState<'save' | 'share' | null>(null);
  const [packed, setPacked] = useState<Packed | null>(null);
  if (!courier) return null;

  async function give(how: 'save' | 'share'): Promise<void> {
    if (!courier) return;
    setBusy(how);
    const result = await courier.pack(entry);
    setBusy(null);
    setPacked(result);
    if (result.kind !== 'packed') return;
    if (how === 'share' && (await shared(result))) return;
    saveFile(result.file, result.fileName);
    showToast({ message: currentMessages(courierWords).give.saved(result.code) });
  }

  return (
    <Section title={words.title}>
      <p>{words.text}</p>
      <div>
        <Button
          variant="secondary"
          icon={<FileDown />}
          busy={busy === 'save'}
          busyLabel={words.packing}
          onClick={() => void give('save')}
          data-testid="hand-over-save"
        >
          {words.save}
        </Button>
        {'canShare' in navigator && (
          <Button
            variant="quiet"
            icon={<Share2 />}
            busy={busy === 'share'}
            busyLabel={words.packing}
            onClick={() => void give('share')}
          >
            {words.share}
          </Button>
        )}
      </div>
      {packed !== null && (
        <Notice tone={packed.kind === 'packed' ? 'info' : 'alert'} live="status">
          {packed.kind === 'packed' ? words.packed(packed.code) : words[packed.kind === 'failed' ? 'failed' : 'signIn']}
        </Notice>
      )}
    </Section>
  );
}

/** By the phone's share sheet. False where it takes no such file, or was left without a choice. */
async function shared({ file, fileName }: Extract<Packed, { kind: 'packed' }>): Promise<boolean> {
  const files = [new File([file], fileName, { type: 'text/plain' })];
  if (!navigator.canShare({ files })) return false;
  return navigator.share({ files }).then(
    () => true,
    (error: unknown) => error instanceof DOMException && error.name === 'AbortError',
  );
}
