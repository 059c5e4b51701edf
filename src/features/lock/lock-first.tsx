import type { ReactNode } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import { useLock } from '#services/lock/use-lock.ts';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { SetUp } from './set-up.tsx';

/** What is kept of other people is kept under a lock: a field officer without one sets it up here, and goes on. */
export function LockFirst({ children }: { readonly children: ReactNode }) {
  const { screen: words } = useMessages(lockWords);
  const seen = useLock();
  if (seen === undefined) return <Skeleton />;
  if (seen === null)
    return (
      <Screen title={words.neededTitle} back="/">
        <Notice tone="alert">{words.failed}</Notice>
      </Screen>
    );
  if (seen.status.kind !== 'none' || !seen.status.isOfficer) return children;
  return (
    <Screen testId="lock-first" title={words.neededTitle} lead={words.neededLead} back="/">
      <SetUp seen={seen} />
    </Screen>
  );
}
