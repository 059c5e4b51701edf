import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { useFormats } from '#i18n/format.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { deliveryProblemWords } from '#i18n/sets/delivery-problem.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { keptForDays } from '#services/keeping.ts';
import { useKeeping } from '#services/use-keeping.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { useNow } from '#ui/use-now.ts';
import { isHeld } from './entry-state.ts';
import { sendNow, sendNowAnswer } from './send-now.ts';
import { useHold } from './use-hold.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What becomes of what is still on the phone, and what the person can do. A single one says itself what it is. */
export function UnsentActions(props: {
  readonly items: readonly OutboxItem[];
  readonly title?: string;
  /** How a sum over the items is said; in bytes when absent. */
  readonly size?: (bytes: number) => string;
}) {
  const { items, title } = props;
  const { unsent: words, sending } = useMessages(outboxWords);
  const { outbox } = useMenu();
  const engine = useObservable(outbox.status());
  const formats = useFormats();
  const hold = useHold();
  const mayBeCleared = useKeeping() === 'may-be-cleared';
  const days = keptForDays();
  const nowMs = useNow();
  const [asked, setAsked] = useState(false);
  const signInNeeded = engine.kind === 'sign-in-needed';
  const [only] = items.length === 1 && title === undefined ? items : [];
  const isPaused = only?.entry.pausedAtMs !== undefined;
  const held = items.filter(({ entry }) => isHeld(entry, hold));

  async function ask(): Promise<void> {
    setAsked(true);
    const last = await sendNow(outbox, only?.entry.applicationId);
    setAsked(false);
    const answer = sendNowAnswer(last, currentMessages(outboxWords), currentMessages(deliveryProblemWords));
    if (answer !== null) showToast({ message: answer });
  }

  function text(): string {
    if (isPaused) return words.paused;
    if (signInNeeded) return words.signIn;
    const cost = (props.size ?? formats.bytes)(held.reduce((sum, { leftBytes }) => sum + leftBytes, 0));
    if (held.length > 0) return hold === 'unknown' ? words.wifiUnknown(cost) : words.wifiMobile(cost);
    return outbox.sendsInBackground ? words.background : words.keepOpen;
  }

  return (
    <Notice
      tone="waiting"
      icon={<Hourglass />}
      {...(title === undefined ? {} : { title, headingLevel: 2 as const })}
      actions={
        signInNeeded ? (
          <ButtonLink href="/akun?kembali=/permohonan">{words.enter}</ButtonLink>
        ) : (
          <>
            <Button
              variant="secondary"
              data-testid="upload-now"
              busy={asked || (engine.kind === 'sending' && held.length === 0 && !isPaused)}
              busyLabel={sending}
              onClick={() => void ask()}
            >
              {words.sendNow}
            </Button>
            {held.length > 0 && !isPaused && (
              <ButtonLink variant="quiet" href="/pengaturan">
                {words.changeChoice}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <p>{text()}</p>
      {mayBeCleared && (
        <p data-testid="may-be-cleared">
          {days === null ? words.mayBeCleared : words.openAgainBefore(formats.date(nowMs + days * dayMs))}
        </p>
      )}
    </Notice>
  );
}
