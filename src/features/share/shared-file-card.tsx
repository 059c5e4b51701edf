import { FileText } from 'lucide-react';
import { useCallback } from 'react';
import type { SharedFile } from '#domain/document/shared-file.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { shareWords } from '#i18n/sets/share.ts';
import type { SharedMenu } from '#services/menu.ts';
import { List, ListRow } from '#ui/list.tsx';
import { RemoveButton } from '#ui/remove-button.tsx';
import { SmallPicture } from '#ui/small-picture.tsx';
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
  async function remove(): Promise<void> {
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
            <RemoveButton
              label={words.remove(file.name)}
              words={words}
              testId="shared-remove"
              onRemove={() => void remove()}
            />
          }
        />
      </List>
      {file.mediaType.startsWith('image/') && <Preview file={file} shared={shared} />}
    </>
  );
}

/** Not every photo that another app has is one that a browser can show (HEIC): then there is none. */
function Preview({ file, shared }: { readonly file: SharedFile; readonly shared: SharedMenu }) {
  const load = useCallback(() => shared.read(file.id), [shared, file.id]);
  return <SmallPicture load={load} widthPixels={720} className={styles.preview} fallback={null} />;
}
