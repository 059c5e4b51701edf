import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockChanged, LockSecret } from '#services/lock/menu-lock.ts';
import { useSecondsUntil } from '#ui/use-seconds-until.ts';

/** The PIN or the words are wrong, or it came to no answer. */
type Problem = 'pin' | 'passphrase' | 'failed' | 'brokenOff';

/** What a try at a lock has come to, in words; and how long there is to wait. */
export function useUnlocking(nextTryAtMs: number) {
  const { screen: words } = useMessages(lockWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [untilMs, setUntilMs] = useState(nextTryAtMs);
  const seconds = useSecondsUntil(untilMs);

  function problemOf(end: LockChanged, { way }: LockSecret): Problem | null {
    switch (end.kind) {
      case 'open':
      case 'changed':
        return null;
      case 'wrong':
        setUntilMs(end.nextTryAtMs);
        return way === 'passkey' ? 'failed' : way;
      case 'wait':
        setUntilMs(end.untilMs);
        return null;
      case 'broken-off':
        return 'brokenOff';
      case 'failed':
        return 'failed';
    }
  }

  function say(what: Problem): string {
    return what === 'failed' || what === 'brokenOff' ? words[what] : words.wrong[what];
  }

  return {
    busy,
    problem: problem === null ? null : say(problem),
    /** Null while somebody may try. */
    wait:
      seconds === 0 ? null : words.wait(seconds < 60 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60))),
    async attempt(secret: LockSecret, work: () => Promise<LockChanged>): Promise<LockChanged> {
      setBusy(true);
      setProblem(null);
      const end = await work().catch((): LockChanged => ({ kind: 'failed' }));
      setProblem(problemOf(end, secret));
      setBusy(false);
      return end;
    },
  };
}
