import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deliveryProblemWords } from '#i18n/sets/delivery-problem.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { useKeeping } from '#services/use-keeping.ts';
import { useNow } from '#ui/use-now.ts';
import { entryState, type EntryState } from './entry-state.ts';
import { useHold } from './use-hold.ts';

export function useEntryState(item: OutboxItem): EntryState {
  const outbox = useMessages(outboxWords);
  const problems = useMessages(deliveryProblemWords);
  const formats = useFormats();
  const engine = useObservable(useMenu().outbox.status());
  const isPrivate = useKeeping() === 'until-closed';
  const words = { outbox: isPrivate ? { ...outbox, stored: outbox.untilClosed } : outbox, problems };
  return entryState(item, engine, words, formats, useNow(), useHold());
}
