import { useState } from 'react';
import { useLocation } from 'react-router';
import type { ShareTrouble } from '#domain/document/shared-file.ts';
import { useMessages } from '#i18n/messages.ts';
import { shareWords } from '#i18n/sets/share.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useSharedFiles } from '#services/use-shared-files.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { NewApplication } from './new-application.tsx';
import { SharedFileCard } from './shared-file-card.tsx';
import { Targets } from './targets.tsx';
import { usePlaceFile } from './use-place-file.ts';

/** What another app has shared, one after the other: which paper of which application is it? */
export function ShareScreen() {
  const words = useMessages(shareWords);
  const trouble = useMessages(troubleWords);
  const { shared, files } = useSharedFiles();
  const arrival = arrivalOf(useLocation().search);
  const [startedId, setStartedId] = useState<string | null>(null);
  const waiting = files.state === 'ready' ? files.value : [];
  const [file] = waiting;
  const { place, busy, problem } = usePlaceFile(shared, file, waiting.length === 1, startedId);
  return (
    <Screen testId="share" title={words.title} back="/" {...(file === undefined ? {} : { lead: words.lead })}>
      {arrival === 'belum' && (
        <Notice tone="waiting" title={words.notArrivedTitle}>
          {words.notArrivedText}
        </Notice>
      )}
      {arrival === 'gagal' && (
        <Notice tone="alert" title={words.notStoredTitle}>
          {words.notStoredText}
        </Notice>
      )}
      {files.state === 'loading' && <Skeleton rows={3} />}
      {files.state === 'failed' && (
        <Notice tone="alert" live="alert" title={words.notRead}>
          {trouble[files.reason]}
        </Notice>
      )}
      {files.state === 'ready' && file === undefined && (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      )}
      {shared !== null && file !== undefined && (
        <>
          <SharedFileCard key={file.id} file={file} count={waiting.length} shared={shared} />
          <output>{busy ? words.saving : ''}</output>
          <Targets startedId={startedId} problem={problem} onChoose={place} />
          <NewApplication onStarted={setStartedId} />
        </>
      )}
    </Screen>
  );
}

/** What the worker or the server says in the address: `?gagal`, `?belum`. */
function arrivalOf(search: string): ShareTrouble | null {
  const said = new URLSearchParams(search);
  return said.has('gagal') ? 'gagal' : said.has('belum') ? 'belum' : null;
}
