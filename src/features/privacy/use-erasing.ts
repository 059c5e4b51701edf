import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useMenu } from '#services/menu-context.ts';
import type { EraseResult, OfficeErasure, SeenBefore } from '#services/privacy-menu.ts';

export type OfficeAnswer = Extract<OfficeErasure, { kind: 'asked' }>;
type Unanswered = Exclude<OfficeErasure, OfficeAnswer>;
type Result = EraseResult | Unanswered | { readonly kind: 'not-loaded' };

/** The office first where that was asked for: when it can't be asked, nothing is deleted here either. */
export function useErasing() {
  const troubleText = useTroubleText();
  const { privacy } = useMenu();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  // Asked once: its answer ends the session that a second question would need.
  const [office, setOffice] = useState<OfficeAnswer | null>(null);

  async function run(seen: SeenBefore, withOffice: boolean): Promise<Result> {
    const opened = await privacy();
    if (opened === null) return { kind: 'not-loaded' };
    if (withOffice && office === null) {
      const answer = await opened.askOffice(seen.accountId);
      if (answer.kind !== 'asked') return answer;
      setOffice(answer);
    }
    return await opened.erase(seen);
  }

  async function erase(seen: SeenBefore, withOffice: boolean): Promise<void> {
    setBusy(true);
    setResult(null);
    setResult(await run(seen, withOffice));
    setBusy(false);
  }

  const isDone = result?.kind === 'erased';
  return { busy, trouble: result === null ? null : troubleText(result), isDone, office, erase };
}

function useTroubleText(): (result: Result) => string | null {
  const { erase: words } = useMessages(privacyWords);
  const troubles = useMessages(troubleWords);
  return (result) => {
    switch (result.kind) {
      case 'changed':
        return words.changed;
      case 'in-use':
        return words.inUse;
      case 'not-loaded':
        return words.notLoaded;
      case 'failed':
        return troubles[result.reason];
      case 'no-connection':
        return words.office.noConnection;
      case 'sign-in-needed':
        return words.office.signInNeeded;
      case 'not-offered':
        return words.office.notOffered;
      case 'erased':
        return null;
    }
  };
}
