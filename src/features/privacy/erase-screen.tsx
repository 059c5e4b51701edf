import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Loadable } from '#lib/live-query.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import type { SeenBefore } from '#services/privacy-menu.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { CheckField } from '#ui/fields/check-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AskTwice } from './ask-twice.tsx';
import { Points } from './points.tsx';
import { UnsentCopies } from './unsent-copies.tsx';
import { type OfficeAnswer, useErasing } from './use-erasing.ts';

/** "Hapus semua data saya di HP ini": what goes, what stays, and what the office does not have yet. */
export function EraseScreen() {
  const { erase: words } = useMessages(privacyWords);
  const looked = useSeen();
  const seen = looked.state === 'ready' ? looked.value : null;
  const unread = looked.state === 'failed' ? looked.reason : null;
  const troubles = useMessages(troubleWords);
  const [withOffice, setWithOffice] = useState(false);
  const [asking, setAsking] = useState<SeenBefore | null>(null);
  const { busy, trouble, isDone, office, erase } = useErasing();
  if (isDone) return <Erased office={office} />;
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
      {office !== null && <OfficeWords office={office} />}
      {unread !== null && (
        <Notice tone="alert" live="alert">
          {troubles[unread]}
        </Notice>
      )}
      {seen === null && unread === null && <Skeleton rows={2} />}
      {seen !== null && seen.unsent === 0 && <p>{words.noneUnsent}</p>}
      {seen !== null && seen.unsent > 0 && <UnsentCopies unsent={seen.unsent} />}
      <Section title={words.stays.title}>
        <Points points={words.stays.points} />
      </Section>
      {seen !== null && seen.accountId !== null && office === null && (
        <div>
          <CheckField label={words.office.ask} checked={withOffice} onChange={setWithOffice} testId="erase-at-office" />
          <p>{words.office.text}</p>
        </div>
      )}
      {asking !== null && (
        <AskTwice
          unsent={asking.unsent}
          onNo={() => setAsking(null)}
          onYes={() => {
            setAsking(null);
            void erase(asking, withOffice && asking.accountId !== null);
          }}
        />
      )}
    </Screen>
  );
}

function useSeen(): Loadable<SeenBefore> {
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const counts = useLive(useMemo(() => menu.outbox.counts(), [menu]));
  if (account.state !== 'ready') return account;
  if (counts.state !== 'ready') return counts;
  return { state: 'ready', value: { accountId: account.value?.accountId ?? null, unsent: counts.value.unsent } };
}

function Erased({ office }: { readonly office: OfficeAnswer | null }) {
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
      {office !== null && <OfficeWords office={office} />}
    </Screen>
  );
}

function OfficeWords({ office }: { readonly office: OfficeAnswer }) {
  const { erase } = useMessages(privacyWords);
  const formats = useFormats();
  return (
    <Notice>
      {(office.erased > 0 || office.kept === 0) && <p>{erase.office.erased(office.erased)}</p>}
      {office.kept > 0 && <p>{erase.office.kept(office.kept, formats.dateTime(office.dueAtMs))}</p>}
    </Notice>
  );
}
