import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { attachRefusalWords } from '#i18n/sets/attach-refusal.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { KeepResult } from '#services/menu.ts';

/** What a person should know about a file that was not kept; null when it was. */
export function useKeepWords(): (result: KeepResult) => string | null {
  const words = useMessages(walletWords);
  const screen = useMessages(walletScreenWords);
  const refusal = useMessages(attachRefusalWords);
  const trouble = useMessages(troubleWords);
  const formats = useFormats();
  return (result) => {
    switch (result.kind) {
      case 'kept':
        return null;
      case 'already-here':
        return screen.alreadyHere;
      case 'gone':
        return words.gone;
      case 'failed':
        return `${words.notKept}. ${trouble[result.reason]}`;
      case 'refused': {
        const limit = result.limitBytes === undefined ? null : formats.bytes(result.limitBytes);
        if (result.reason === 'too-large') return refusal['too-large'](limit);
        return result.reason === 'not-accepted' ? refusal['not-accepted'](true, true) : refusal[result.reason]();
      }
    }
  };
}
