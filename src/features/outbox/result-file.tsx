import { Eye, FileDown, Share2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { GivenFile } from '#domain/application/given-result.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { paperViewerWords } from '#i18n/sets/paper-viewer.ts';
import { resultsWords } from '#i18n/sets/results.ts';
import type { ResultsMenu } from '#services/results-menu.ts';
import { Button } from '#ui/button.tsx';
import { lazyDialog } from '#ui/lazy-dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Spinner } from '#ui/spinner.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './outbox.module.css';
import { resultFileName } from './result-file-name.ts';
import { useResultFile } from './use-result-file.ts';

const mediaType = 'application/pdf';
const PaperViewer = lazyDialog(async () => (await import('#ui/paper-viewer/paper-viewer.tsx')).PaperViewer);

interface ResultFileProps {
  readonly results: ResultsMenu;
  readonly applicationId: string;
  readonly file: GivenFile;
}

/** Fetched once while there is signal; then looked at, shared and saved without. */
export function ResultFile({ results, applicationId, file }: ResultFileProps) {
  const words = useMessages(resultsWords);
  const [read, again] = useResultFile(results, applicationId, file);
  if (read === null) return <Spinner label={words.fetching} />;
  if (read.kind === 'here') {
    const { bytes, kept } = read;
    return (
      <>
        <p data-testid="result-kept" data-kept={kept}>
          {kept === 'kept' ? words.kept : words.notKept}
        </p>
        <FileActions results={results} file={file} bytes={bytes} />
      </>
    );
  }
  return (
    <>
      <Notice tone={read.kind === 'no-connection' ? 'waiting' : 'alert'} live="status">
        {words[read.kind]}
      </Notice>
      {read.kind !== 'gone' && (
        <Button variant="secondary" onClick={again}>
          {words.again}
        </Button>
      )}
    </>
  );
}

interface FileActionsProps extends Pick<ResultFileProps, 'results' | 'file'> {
  readonly bytes: ArrayBuffer;
}

function FileActions({ results, file, bytes }: FileActionsProps) {
  const words = useMessages(resultsWords);
  const viewerWords = useMessages(paperViewerWords);
  const [looking, setLooking] = useState(false);
  const papers = useMemo(
    () => ({
      bytes: () => Promise.resolve({ bytes, mediaType }),
      // What draws it may take its bytes away.
      openPdf: () => results.openPdf(bytes.slice(0)),
    }),
    [results, bytes],
  );
  const fileName = resultFileName(file.title);
  const files = useMemo(() => [new File([bytes], fileName, { type: mediaType })], [bytes, fileName]);

  function save(): void {
    saveFile(new Blob([bytes], { type: mediaType }), fileName);
    showToast({ message: currentMessages(resultsWords).saved });
  }

  return (
    <div className={styles.care}>
      <Button icon={<Eye />} onClick={() => setLooking(true)} data-testid="result-open">
        {words.open}
      </Button>
      {'canShare' in navigator && navigator.canShare({ files }) && (
        <Button
          variant="secondary"
          icon={<Share2 />}
          onClick={() => void navigator.share({ files, title: file.title }).catch(() => undefined)}
        >
          {words.share}
        </Button>
      )}
      <Button variant="secondary" icon={<FileDown />} onClick={save} data-testid="result-save">
        {words.save}
      </Button>
      {looking && (
        <PaperViewer
          document={{ id: file.id, fileName: file.title, mediaType }}
          papers={papers}
          words={viewerWords}
          onClose={() => setLooking(false)}
        />
      )}
    </div>
  );
}
