import { useState } from 'react';
import { currentMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import type { SubmitResult } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { showToast } from '#ui/toast-store.ts';

type NotSent = Exclude<SubmitResult, { kind: 'stored' }>;

/** Kirim of many, one after the other, each stored by itself: one that can't go holds up no other. */
export function useSendAll() {
  const { drafts, device } = useMenu();
  const [sending, setSending] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const [problems, setProblems] = useState<ReadonlyMap<string, NotSent>>(new Map());

  /** Resolves with how many could not go. */
  async function send(ids: readonly string[]): Promise<number> {
    const wrong = new Map<string, NotSent>();
    for (const [done, id] of ids.entries()) {
      setSending({ done, all: ids.length });
      const result = await drafts.submit(id);
      if (result.kind !== 'stored') wrong.set(id, result);
    }
    setSending(null);
    setProblems(wrong);
    if (wrong.size < ids.length) {
      void device.askPersistence();
      showToast({ message: currentMessages(dayWords).batch.done(ids.length - wrong.size) });
    }
    return wrong.size;
  }
  return { sending, problems, send };
}
