import { ShieldCheck, TriangleAlert } from 'lucide-react';
import type { HandOver } from '#domain/day/hand-over.ts';
import type { HandOverMessages } from '#i18n/messages/id/hand-over.ts';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import { handOverWords } from '#i18n/sets/hand-over.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { type LockSeen, useLock } from '#services/lock/use-lock.ts';
import { useHandOver } from '#services/use-hand-over.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { whoReads } from './who-reads.ts';

/** Before an officer leaves the phone to the next one: what stays on it, who could see that, and where it is finished. */
export function HandOverCheck({ goesOn }: { readonly goesOn: boolean }) {
  const words = useMessages(handOverWords);
  const troubles = useMessages(troubleWords);
  const left = useHandOver();
  const lock = useLock();
  if (left.state === 'loading' || lock === undefined) return <p>{words.checking}</p>;
  if (left.state === 'failed') return <Notice tone="alert">{troubles[left.reason]}</Notice>;
  return <Left left={left.value} isLocked={holdsOffExperts(lock)} goesOn={goesOn} />;
}

/** A PIN can be tried out by whoever copies the phone. */
function holdsOffExperts(lock: LockSeen | null): boolean {
  return lock?.status.kind === 'on' && !lock.status.ways.includes('pin');
}

function Left(props: { readonly left: HandOver; readonly isLocked: boolean; readonly goesOn: boolean }) {
  const { left, isLocked, goesOn } = props;
  const words = useMessages(handOverWords);
  const { signedIn } = useMessages(accountWords);
  const said = whoReads(left, isLocked, words.whoReads).map((sentence) => <p key={sentence}>{sentence}</p>);
  const sent = left.sealed + left.unsealed > 0 && <p>{goesOn ? signedIn.goesOnText : signedIn.keptText}</p>;
  // Folders may stay, but not open to whoever takes the phone apart.
  const openFolders = left.folders > 0 && !isLocked;
  if (left.isSafe && !openFolders) {
    return (
      <div data-testid="hand-over" data-safe="true">
        <Notice tone="success" icon={<ShieldCheck />} title={words.safe}>
          <p>{left.sealed === 0 ? words.nothing : `${words.sealed(left.sealed)}.`}</p>
          {left.stopped > 0 && <p>{words.stopped(left.stopped)}.</p>}
          {left.folders > 0 && <p>{words.foldersStay(left.folders)}</p>}
          {said}
          {sent}
        </Notice>
      </div>
    );
  }
  return (
    <div data-testid="hand-over" data-safe="false">
      <Notice
        tone="waiting"
        icon={<TriangleAlert />}
        title={words.open}
        actions={
          <>
            {!left.isSafe && (
              <ButtonLink href="/harian" variant="secondary">
                {words.look}
              </ButtonLink>
            )}
            {openFolders && (
              <ButtonLink href="/pengaturan/kunci" variant="secondary">
                {words.setLock}
              </ButtonLink>
            )}
          </>
        }
      >
        <ul>
          {linesOf(left, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {said}
        {sent}
      </Notice>
    </div>
  );
}

function linesOf(left: HandOver, words: HandOverMessages): readonly string[] {
  const kinds = ['drafts', 'attention', 'unsealed', 'sealed', 'stopped', 'folders'] as const;
  return kinds.filter((kind) => left[kind] > 0).map((kind) => words[kind](left[kind]));
}
