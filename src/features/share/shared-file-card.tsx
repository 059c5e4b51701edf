import { FileText, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SharedFile } from '#domain/document/shared-file.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { shareWords } from '#i18n/sets/share.ts';
import type { SharedMenu } from '#services/menu.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './share.module.css';

/** The file that is asked about, as it looks, and the way to do without it. */
export function SharedFileCard(props: {
  readonly file: SharedFile;
  readonly count: number;
  readonly shared: SharedMenu;
}) {
  const { file, count, shared } = props;
  const words = useMessages(shareWords);
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  async function remove(): Promise<void> {
    setAsking(false);
    const result = await shared.remove(file.id);
    if (result.kind === 'failed') showToast({ tone: 'alert', message: words.removeFailed });
  }
  return (
    <>
      <List>
        <ListRow
          testId="shared-file"
          leading={<FileText />}
          title={file.name}
          description={formats.bytes(file.sizeBytes)}
          {...(count > 1 ? { meta: words.position(1, count) } : {})}
          aside={
            <>
              <IconButton label={words.remove(file.name)} icon={<Trash2 />} onClick={() => setAsking(true)} />
              <Dialog
                open={asking}
                title={words.removeTitle}
                onClose={() => setAsking(false)}
                actions={
                  <>
                    <Button variant="danger" onClick={() => void remove()} data-testid="shared-remove">
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
      </List>
      {file.mediaType.startsWith('image/') && <Preview file={file} shared={shared} />}
    </>
  );
}

function Preview({ file, shared }: { readonly file: SharedFile; readonly shared: SharedMenu }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    let made: string | null = null;
    void shared.read(file.id).then((photo) => {
      if (!here || photo === null) return;
      made = URL.createObjectURL(photo);
      setUrl(made);
    });
    return () => {
      here = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [shared, file.id]);
  if (url === null) return null;
  // Not every photo that another app has is one that a browser can show (HEIC).
  return <img className={styles.preview} src={url} alt="" onError={() => setUrl(null)} />;
}
