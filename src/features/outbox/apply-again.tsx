import { CopyPlus, RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { ApplyAgainResult } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';

/**
 * The same once more, for the next time. Only of what the office has: of one that still waits, it would
 * be a second application from somebody who believes that the first is lost.
 */
export function ApplyAgain({ applicationId }: { readonly applicationId: string }) {
  const { applyAgain: words } = useMessages(outboxWords);
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const [possible, setPossible] = useState<'yes' | 'no' | 'unknown' | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let here = true;
    void outbox.hasAnswers(applicationId).then((found) => {
      if (here) setPossible(found);
    });
    return () => {
      here = false;
    };
  }, [outbox, applicationId]);

  async function lookAgain(): Promise<void> {
    setBusy(true);
    setPossible(await outbox.hasAnswers(applicationId));
    setBusy(false);
  }

  async function start(): Promise<void> {
    setBusy(true);
    const result = await outbox.applyAgain(applicationId);
    setBusy(false);
    if (result.kind === 'started') {
      await navigate(`/isi/${result.draftId}`);
      showToast({ message: startedText(result), durationMs: 10_000 });
    } else showToast({ message: refusalText(result), tone: 'alert' });
  }

  if (possible === null) return null;
  return (
    <Section title={words.title}>
      <p>{{ yes: words.text, no: words.gone, unknown: words.notOpen }[possible]}</p>
      {possible === 'unknown' && (
        <div>
          <Button
            variant="secondary"
            icon={<RotateCw />}
            busy={busy}
            data-testid="look-again"
            onClick={() => void lookAgain()}
          >
            {words.lookAgain}
          </Button>
        </div>
      )}
      {possible === 'yes' && (
        <div>
          <Button
            variant="secondary"
            icon={<CopyPlus />}
            busy={busy}
            data-testid="apply-again"
            onClick={() => void start()}
          >
            {words.action}
          </Button>
        </div>
      )}
    </Section>
  );
}

function startedText({ dropped, papers, missing }: Extract<ApplyAgainResult, { kind: 'started' }>): string {
  const { applyAgain: words } = currentMessages(outboxWords);
  return [
    words.started,
    ...(dropped > 0 ? [words.dropped(dropped)] : []),
    ...(missing > 0 ? [words.papersMissing(missing)] : []),
    ...(papers > missing ? [words.papersHere] : []),
  ].join(' ');
}

function refusalText(result: Exclude<ApplyAgainResult, { kind: 'started' }>): string {
  const { applyAgain: words } = currentMessages(outboxWords);
  if (result.kind === 'failed') return currentMessages(troubleWords)[result.reason];
  return result.kind === 'answers-gone' ? words.gone : words.noService;
}
