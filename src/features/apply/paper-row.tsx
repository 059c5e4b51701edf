import type { AttachedDocument } from '#domain/application/draft.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ListRow } from '#ui/list.tsx';
import { Thumbnail } from '#ui/thumbnail.tsx';
import { RemoveButton } from '#ui/remove-button.tsx';
import { showToast } from '#ui/toast-store.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './apply.module.css';

/** One attached file, as it looks, and the ways to straighten it and to take it out again. */
export function PaperRow(props: {
  readonly document: AttachedDocument;
  readonly onRemove: () => void;
  readonly onLook: () => void;
  /** Missing where it can't be straightened. */
  readonly onStraighten?: (() => void) | undefined;
}) {
  const { document, onRemove, onLook, onStraighten } = props;
  const { papers: words } = useMessages(applyWords);
  const formats = useFormats();
  const { drafts, papers } = useMenu();
  const isPdf = document.mediaType === 'application/pdf';
  async function remove(): Promise<void> {
    onRemove();
    const result = await drafts.detach(document.id);
    if (result.kind === 'failed') showToast({ tone: 'alert', message: words.removeFailed });
  }
  return (
    <ListRow
      testId="paper"
      leading={<Thumbnail id={document.id} mediaType={document.mediaType} from={papers} />}
      title={document.fileName}
      description={
        document.pageCount === undefined
          ? formats.bytes(document.sizeBytes)
          : `${words.pages(document.pageCount)}, ${formats.bytes(document.sizeBytes)}`
      }
      meta={
        <>
          <Button variant="quiet" className={styles.flush} data-testid="look" onClick={onLook}>
            {isPdf ? words.lookAtPages : words.lookAtPhoto}
            <VisuallyHidden> {document.fileName}</VisuallyHidden>
          </Button>
          {onStraighten !== undefined && (
            <Button
              variant={document.paperAt === undefined ? 'quiet' : 'secondary'}
              className={document.paperAt === undefined ? styles.flush : undefined}
              data-testid="straighten"
              onClick={onStraighten}
            >
              {document.paperAt === undefined ? words.straightenOrTurn : words.straighten}
              <VisuallyHidden> {document.fileName}</VisuallyHidden>
            </Button>
          )}
        </>
      }
      aside={
        <RemoveButton
          label={words.remove(document.fileName)}
          words={words}
          testId="paper-remove"
          onRemove={() => void remove()}
        />
      }
    />
  );
}
