import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { attachRefusalWords } from '#i18n/sets/attach-refusal.ts';
import { consentWords } from '#i18n/sets/consent.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { StartForResult } from '#services/menu-residents.ts';

/** Why a consent was not kept; null when it was. */
export function useRefusalWords(): (result: StartForResult) => string | null {
  const words = useMessages(consentWords);
  const { folder } = useMessages(residentsWords);
  const refusal = useMessages(attachRefusalWords);
  const trouble = useMessages(troubleWords);
  const formats = useFormats();
  return (result) => {
    switch (result.kind) {
      case 'started':
        return null;
      case 'witness-missing':
        return words.witnessMissing;
      case 'unknown-service':
        return words.unknownService;
      case 'gone':
        return folder.gone.text;
      case 'failed':
        return trouble[result.reason];
      case 'refused': {
        const limit = result.limitBytes === undefined ? null : formats.bytes(result.limitBytes);
        if (result.reason === 'too-large') return refusal['too-large'](limit);
        return result.reason === 'not-accepted' ? refusal['not-accepted'](true, false) : refusal[result.reason]();
      }
    }
  };
}
