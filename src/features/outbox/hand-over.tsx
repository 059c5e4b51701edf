import { FileDown, QrCode, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { courierWords } from '#i18n/sets/courier.ts';
import type { FrameSequence } from '#lib/codes/frames.ts';
import type { Packed } from '#services/courier-menu.ts';
import { useCourier } from '#services/use-courier.ts';
import { Button } from '#ui/button.tsx';
import { lazyDialog } from '#ui/lazy-dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './outbox.module.css';

const ShowCodes = lazyDialog(async () => (await import('./show-codes.tsx')).ShowCodes);

/** "Titip lewat HP lain": one sealed application as a file, or as QR codes, that anybody's phone can deliver. */
export function HandOver({ entry }: { readonly entry: OutboxEntry }) {
  const { give: words } = useMessages(courierWords);
  const courier = useCourier();
  const [busy, setBusy] = useState<'save' | 'share' | 'show' | null>(null);
  const [packed, setPacked] = useState<Packed | { readonly kind: 'too-large' } | null>(null);
  const [codes, setCodes] = useState<FrameSequence | null>(null);
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

  async function show(): Promise<void> {
    if (!courier) return;
    setBusy('show');
    const result = await courier.pack(entry);
    const sequence = result.kind === 'packed' ? await courier.codesOf(result.file) : null;
    setBusy(null);
    // What to do on the other phone stands beside the codes.
    const tooLarge = sequence === null ? ({ kind: 'too-large' } as const) : null;
    setPacked(result.kind === 'packed' ? tooLarge : result);
    setCodes(sequence);
  }

  return (
    <Section title={words.title}>
      <p>{words.text}</p>
      <div className={styles.care}>
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
        <Button
          variant="quiet"
          icon={<QrCode />}
          busy={busy === 'show'}
          busyLabel={words.packing}
          onClick={() => void show()}
          data-testid="hand-over-show"
        >
          {words.show}
        </Button>
      </div>
      {packed !== null && (
        <Notice tone={packed.kind === 'packed' ? 'info' : 'alert'} live="status">
          {packed.kind === 'packed' ? words.packed(packed.code) : words.problems[packed.kind]}
        </Notice>
      )}
      {codes !== null && <ShowCodes sequence={codes} onClose={() => setCodes(null)} />}
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
