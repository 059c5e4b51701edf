import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useOutboxCounts } from '#services/outbox-list.ts';
import type { EraseResult, SeenBefore } from '#services/privacy-menu.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AskTwice } from './ask-twice.tsx';
import { Points } from './points.tsx';
import { UnsentCopies } from './unsent-copies.tsx';

/** "Hapus semua data saya di HP ini": what goes, what stays, and what the office does not have yet. */
export function EraseScreen() {
  const { erase: words } = useMessages(privacyWords);
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const unsent = useOutboxCounts()?.unsent;
  const [asking, setAsking] = useState<SeenBefore | null>(null);
  const { busy, trouble, isDone, erase } = useErasing();
  if (isDone) return <Erased />;
  const seen =
    account.state === 'ready' && unsent !== undefined ? { accountId: account.value?.accountId ?? null, unsent } : null;
  return (
    <Screen
      testId="erase"
      title={words.title}
      lead={words.lead}
      back="/privasi"
      actions={
        <Button
          variant="danger"
          busy={busy}
          busyLabel={words.busy}
          disabled={seen === null}
          onClick={() => setAsking(seen)}
          data-testid="erase-mine"
        >
          {words.action}
        </Button>
      }
    >
      {trouble !== null && (
        <Notice tone="alert" live="alert" title={words.failed}>
          {trouble}
        </Notice>
      )}
      {seen === null && <Skeleton rows={2} />}
      {seen !== null && seen.unsent === 0 && <p>{words.noneUnsent}</p>}
      {seen !== null && seen.unsent > 0 && <UnsentCopies unsent={seen.unsent} />}
      <Section title={words.stays.title}>
        <Points points={words.stays.points} />
      </Section>
      {asking !== null && (
        <AskTwice
          unsent={asking.unsent}
          onNo={() => setAsking(null)}
          onYes={() => {
            setAsking(null);
            void erase(asking);
          }}
        />
      )}
    </Screen>
  );
}

function useErasing() {
  const { erase: words } = useMessages(privacyWords);
  const troubles = useMessages(troubleWords);
  const { privacy } = useMenu();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<EraseResult | { readonly kind: 'not-loaded' } | null>(null);

  async function erase(seen: SeenBefore) {
    setBusy(true);
    setResult(null);
    const opened = await privacy();
    setResult(opened === null ? { kind: 'not-loaded' } : await opened.erase(seen));
    setBusy(false);
  }

  function troubleText(): string | null {
    switch (result?.kind) {
      case 'changed':
        return words.changed;
      case 'in-use':
        return words.inUse;
      case 'not-loaded':
        return words.notLoaded;
      case 'failed':
        return troubles[result.reason];
      case 'erased':
      case undefined:
        return null;
    }
  }
  return { busy, trouble: troubleText(), isDone: result?.kind === 'erased', erase };
}

function Erased() {
  const { erase } = useMessages(privacyWords);
  const { done: words } = erase;
  return (
    <Screen
      testId="erased"
      title={words.title}
      focusKey="erased"
      actions={<ButtonLink href="/">{words.home}</ButtonLink>}
    >
      <Notice icon={<CircleCheck />}>{words.text}</Notice>
    </Screen>
  );
}
