import { FolderHeart, Hourglass, Inbox, ListChecks, Settings, UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { OfficialArrival } from './official-arrival.tsx';
import { OnTheWay } from './on-the-way.tsx';
import { returnPath } from './return-path.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignedIn } from './signed-in.tsx';

/** Who works at the office's own desk. */
const atDesk = ['verifikator', 'penandatangan', 'admin'];

export function AccountScreen() {
  const words = useMessages(accountWords);
  const trouble = useMessages(troubleWords);
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const engine = useObservable(menu.outbox.status());
  const roles = account.state === 'ready' ? (account.value?.roles ?? []) : [];
  const isOfficer = roles.includes('pendamping');
  const { search } = useLocation();
  const asked = new URLSearchParams(search);
  const isArrival = asked.get('masuk') === 'petugas';
  // The desk asks the office itself: it knows before the outbox does that the session has ended.
  const isSentByDesk = returnPath(asked.get('kembali'))?.startsWith('/meja') === true;
  const focusKey = useTurns(account.state === 'ready' ? account.value !== null : null);
  return (
    <Screen testId="account" title={words.title} focusKey={focusKey}>
      {isArrival && <OfficialArrival />}
      {account.state === 'loading' && <Skeleton rows={3} shape="row" />}
      {account.state === 'failed' && (
        <Notice tone="alert" title={words.failedTitle} live="alert">
          {trouble[account.reason]}
        </Notice>
      )}
      {account.state === 'ready' && account.value === null && <SignInForm />}
      {account.state === 'ready' && account.value !== null && (
        <>
          {(engine.kind === 'sign-in-needed' || isSentByDesk) && <SessionEnded />}
          {engine.kind === 'idle' && engine.isSignedOut === true && !isSentByDesk && <SessionEnded goesOn />}
          {/* Somebody who has just signed in sees what that set going. */}
          {engine.kind !== 'sign-in-needed' && (
            <OnTheWay title={words.signedIn.waiting} text={words.signedIn.waitingText} />
          )}
          <SignedIn account={account.value} />
        </>
      )}
      <OthersWaiting />
      <List>
        {roles.some((role) => atDesk.includes(role)) && (
          <ListRow
            href="/meja"
            leading={<Inbox />}
            title={words.desk}
            description={words.deskHint}
            testId="account-desk"
          />
        )}
        {isOfficer && (
          <>
            <ListRow
              href="/warga"
              leading={<UsersRound />}
              title={words.residents}
              description={words.residentsHint}
              testId="account-residents"
            />
            <ListRow href="/harian" leading={<ListChecks />} title={words.day} description={words.dayHint} />
          </>
        )}
        <ListRow href="/berkas" leading={<FolderHeart />} title={words.wallet} description={words.walletHint} />
        <ListRow href="/pengaturan" leading={<Settings />} title={words.settings} description={words.settingsHint} />
      </List>
      <Section title={words.privacy.title}>
        <p>{words.privacy.text}</p>
        <ButtonLink href="/privasi" variant="secondary">
          {words.privacy.more}
        </ButtonLink>
      </Section>
    </Screen>
  );
}

/** A new value each time that somebody comes in or goes: the form or the button that they used is gone then. */
function useTurns(signedIn: boolean | null): string {
  const [last, setLast] = useState({ signedIn, turns: 0 });
  if (signedIn !== null && signedIn !== last.signedIn) {
    setLast({ signedIn, turns: last.turns + (last.signedIn === null ? 0 : 1) });
  }
  return String(last.turns);
}

/** The phone knows whose it is, the office does not any more: signing in again is all that is needed (F41). */
function SessionEnded({ goesOn = false }: { readonly goesOn?: boolean }) {
  const { ended: words } = useMessages(accountWords);
  return (
    <>
      <Notice tone="waiting" title={words.title}>
        {goesOn ? words.textGoesOn : words.text}
      </Notice>
      <SignInForm />
    </>
  );
}

/** What other people left on this phone, as a number only. */
function OthersWaiting() {
  const words = useMessages(accountWords);
  const menu = useMenu();
  const others = useLive(useMemo(() => menu.outbox.othersWaiting(), [menu]));
  if (others.state !== 'ready' || others.value === 0) return null;
  return (
    <Notice tone="waiting" icon={<Hourglass />} title={words.others(others.value)}>
      {words.othersText}
    </Notice>
  );
}
