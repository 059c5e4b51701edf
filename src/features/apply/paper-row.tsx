import { FileText, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ListRow } from '#ui/list.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './apply.module.css';

const PaperViewer = lazy(async () => ({ default: (await import('./paper-viewer.tsx')).PaperViewer }));

/** One attached file, as it looks, and the way to take it out again. */
export function PaperRow(props: { readonly document: AttachedDocument; readonly onRemove: () => void }) {
  const { document, onRemove } = props;
  const { papers: words } = useMessages(applyWords);
  const formats = useFormats();
  const { drafts } = useMenu();
  const [asking, setAsking] = useState(false);
  const [looking, setLooking] = useState(false);
  const isPdf = document.mediaType === 'application/pdf';
  async function remove(): Promise<void> {
    setAsking(false);
    onRemove();
    const result = await drafts.detach(document.id);
    if (result.kind === 'failed') showToast({ tone: 'alert', message: words.removeFailed });
  }
  return (
    <ListRow
      testId="paper"
      leading={<Thumbnail document={document} />}
      title={document.fileName}
      description={
        document.pageCount === undefined
          ? formats.bytes(document.sizeBytes)
          : `${words.pages(document.pageCount)}, ${formats.bytes(document.sizeBytes)}`
      }
      meta={<span className={styles.look}>{isPdf ? words.lookAtPages : words.lookAtPhoto}</span>}
      onPress={() => setLooking(true)}
      aside={
        <>
          {looking && (
            <Suspense>
              <PaperViewer document={document} onClose={() => setLooking(false)} />
            </Suspense>
          )}
          <IconButton label={words.remove(document.fileName)} icon={<Trash2 />} onClick={() => setAsking(true)} />
          <Dialog
            open={asking}
            title={words.removeTitle}
            onClose={() => setAsking(false)}
            actions={
              <>
                <Button variant="danger" onClick={() => void remove()}>
                  {words.removeYes}
                </Button>
                <Button variant="secondary" onClick={() => setAsking(false)}>
                  {words.removeNo}
                </Button>
              </>
            }
          >
            {words.removeText}
          </Dialog>
        </>
      }
    />
  );
}

function Thumbnail({ document }: { readonly document: AttachedDocument }) {
  const { papers } = useMenu();
  const [url, setUrl] = useState<string | null>(null);
  const isImage = document.mediaType.startsWith('image/');
  useEffect(() => {
    if (!isImage) return;
    let here = true;
    let made: string | null = null;
    void papers.bytes(document.id).then((paper) => {
      if (!here || paper === null) return;
      made = URL.createObjectURL(new Blob([paper.bytes], { type: paper.mediaType }));
      setUrl(made);
    });
    return () => {
      here = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [papers, document.id, isImage]);
  return url === null ? <FileText /> : <img className={styles.thumb} src={url} alt="" />;
}
