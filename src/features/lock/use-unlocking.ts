import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockChanged, LockSecret } from '#services/lock/menu-lock.ts';
import { useSecondsUntil } from '#ui/use-seconds-until.ts';

/** What a try at a lock has come to, in words; and how long there is to wait. */
export function useUnlocking(nextTryAtMs: number) {
  const { screen: words } = useMessages(lockWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [untilMs, setUntilMs] = useState(nextTryAtMs);
  const seconds = useSecondsUntil(untilMs);

  function say(end: LockChanged, { way }: LockSecret): string | null {
    switch (end.kind) {
      case 'open':
      case 'changed':
        return null;
      case 'wrong':
        setUntilMs(end.nextTryAtMs);
        return way === 'passkey' ? words.failed : words.wrong[way];
      case 'wait':
        setUntilMs(end.untilMs);
        return null;
      case 'broken-off':
        return words.brokenOff;
      case 'failed':
        return words.failed;
    }
  }

  return {
    busy,
    problem,
    /** Null while somebody may try. */
    wait:
      seconds === 0 ? null : words.wait(seconds < 60 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60))),
    async attempt(secret: LockSecret, work: () => Promise<LockChanged>): Promise<LockChanged> {
      setBusy(true);
      setProblem(null);
      const end = await work().catch((): LockChanged => ({ kind: 'failed' }));
      setProblem(say(end, secret));
      setBusy(false);
      return end;
    },
  };
}
