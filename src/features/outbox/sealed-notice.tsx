import { LockKeyhole } from 'lucide-react';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { useMessages } from '#i18n/messages.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import { Notice } from '#ui/notice.tsx';

interface SealedNoticeProps {
  readonly entry: OutboxEntry;
  /** The office has given the answers back, and they are here. */
  readonly isBack: boolean;
}

/** Who can open it now; nothing for one that lies open on this phone. */
export function SealedNotice({ entry: { sealed, sealFirst, delivery }, isBack }: SealedNoticeProps) {
  const words = useMessages(sealingWords);
  const waitsForSeal = delivery.state === 'waiting' && delivery.lastProblem?.kind === 'seal-needed';
  if (sealFirst === true || waitsForSeal) {
    return (
      <Notice tone="waiting" icon={<LockKeyhole />} headingLevel={2} title={words.notYetTitle}>
        <p data-testid="not-sealed-yet">{words.notYet}</p>
      </Notice>
    );
  }
  if (sealed === undefined) return null;
  return (
    <Notice tone="info" icon={<LockKeyhole />} headingLevel={2} title={words.title}>
      <p data-testid="sealed">
        {sealed.maskedName === null ? '' : `${words.forWhom(sealed.maskedName)} `}
        {isBack ? words.cameBack : words.text}
      </p>
    </Notice>
  );
}
