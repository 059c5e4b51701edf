import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockChanged, LockSecret } from '#services/lock/menu-lock.ts';
import { useSecondsUntil } from '#ui/use-seconds-until.ts';

/** The PIN or the words are wrong, or it came to no answer. */
type Problem =
  | 'pin'
  | 'office-pin'
  | 'passphrase'
  | 'failed'
  | 'brokenOff'
  | 'closed'
  | 'noSignal'
  | 'signInNeeded'
  | { readonly triesLeft: number };

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
      case 'damaged':
        return null;
      case 'closed':
        return 'closed';
      case 'no-signal':
        return 'noSignal';
      case 'sign-in-needed':
        return 'signInNeeded';
      case 'wrong':
        setUntilMs(end.nextTryAtMs);
        if (end.triesLeft !== undefined) return { triesLeft: end.triesLeft };
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
    if (typeof what === 'object') return words.triesLeft(what.triesLeft);
    return what === 'pin' || what === 'office-pin' || what === 'passphrase' ? words.wrong[what] : words[what];
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
