import { CirclePause } from 'lucide-react';
import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { Notice } from '#ui/notice.tsx';

/** Of one whose resident has taken the yes back. */
export function StoppedNotice({ canReopen }: { readonly canReopen: boolean }) {
  const { unsent: words } = useMessages(outboxWords);
  return (
    <Notice tone="waiting" icon={<CirclePause />} headingLevel={2} title={words.stoppedTitle}>
      <p data-testid="consent-withdrawn">{canReopen ? `${words.stopped} ${words.stoppedAgain}` : words.stopped}</p>
    </Notice>
  );
}
