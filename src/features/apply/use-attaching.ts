import { useState } from 'react';
import type { Requirement } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { attachRefusalWords } from '#i18n/sets/attach-refusal.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { AttachResult } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { captureEnds, isCaptureLost } from '#services/pending-capture.ts';
import { useApplyForm } from './form-context.ts';

interface Attaching {
  /** Which of how many is being stored; null when none is. */
  readonly progress: { readonly at: number; readonly of: number } | null;
  /** What a person should know about files that were not taken. */
  readonly troubles: readonly string[];
  /** A page before this one was ended while it waited for a photo, or stored it. */
  readonly isLost: boolean;
  /** One after the other, so that the first is there soonest. */
  attach(input: HTMLInputElement, replaces?: string): Promise<void>;
  add(files: readonly File[], replaces?: string): Promise<void>;
}

export function useAttaching(requirement: Requirement): Attaching {
  const { draft } = useApplyForm();
  const { drafts } = useMenu();
  const explain = useAttachWords(requirement);
  const [progress, setProgress] = useState<Attaching['progress']>(null);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [isLost, setLost] = useState(() => isCaptureLost(`${draft.id}/${requirement.id}`));

  async function add(files: readonly File[], replaces?: string): Promise<void> {
    setTroubles([]);
    setLost(false);
    for (const [index, file] of files.entries()) {
      setProgress({ at: index + 1, of: files.length });
      const options = replaces === undefined ? {} : { replaces };
      const trouble = explain(await drafts.attach(draft.id, requirement.id, file, options));
      if (trouble !== null) setTroubles((all) => [...all, files.length > 1 ? `${file.name}: ${trouble}` : trouble]);
    }
    setProgress(null);
    captureEnds();
  }
  async function attach(input: HTMLInputElement, replaces?: string): Promise<void> {
    await add([...(input.files ?? [])], replaces);
    // The same file can be chosen again.
    input.value = '';
  }
  return { progress, troubles, isLost, attach, add };
}

/** What a person should know about a file that was not taken; null when it was. */
function useAttachWords({ accept }: Requirement): (result: AttachResult) => string | null {
  const { papers } = useMessages(applyWords);
  const refusal = useMessages(attachRefusalWords);
  const trouble = useMessages(troubleWords);
  const formats = useFormats();
  return (result) => {
    if (result.kind === 'attached') return null;
    if (result.kind === 'failed') return `${papers.notStored}. ${trouble[result.reason]}`;
    const limit = result.limitBytes === undefined ? null : formats.bytes(result.limitBytes);
    if (result.reason === 'too-large') return refusal['too-large'](limit);
    if (result.reason !== 'not-accepted') return refusal[result.reason]();
    return refusal['not-accepted'](
      accept.some((type) => type.startsWith('image/')),
      accept.includes('application/pdf'),
    );
  };
}
