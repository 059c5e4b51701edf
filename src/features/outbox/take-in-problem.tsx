import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import type { OutboxMessages } from '#i18n/messages/id/outbox.ts';
import type { TakeInResult } from '#services/menu.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { plainSlot } from './plain-slot.ts';

export type Problem = Exclude<TakeInResult, { kind: 'taken-in' | 'carried' }>;
type Words = OutboxMessages['takeIn'];

/** Why what another phone gave did not come onto this one, and the way out. */
export function TakeInProblem({ problem }: { readonly problem: Problem }) {
  const { takeIn: words } = useMessages(outboxWords);
  return (
    <Notice
      live="alert"
      {...(problem.kind === 'already-here' ? {} : { tone: 'alert' as const, title: words.failedTitle })}
      actions={<WayOut problem={problem} words={words} />}
    >
      {problemText(problem, words)}
    </Notice>
  );
}

function problemText(problem: Problem, words: Words): string {
  if (problem.kind !== 'damaged') return words.problems[problem.kind];
  return problem.slot === null ? words.damagedForm : words.damagedPaper(plainSlot(problem.slot));
}

function WayOut({ problem, words }: { readonly problem: Problem; readonly words: Words }) {
  if (problem.kind === 'already-here')
    return <ButtonLink href={`/permohonan/${problem.applicationId}`}>{words.show}</ButtonLink>;
  if (problem.kind === 'sign-in-needed')
    return <ButtonLink href="/akun?kembali=/permohonan">{words.signIn}</ButtonLink>;
  return null;
}
