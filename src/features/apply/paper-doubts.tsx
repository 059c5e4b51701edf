import { Camera, CircleAlert } from 'lucide-react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { PaperDoubt } from '#domain/document/doubt.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { paperDoubtsWords } from '#i18n/sets/paper-doubts.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { FilePicker } from '#ui/file-picker.tsx';
import { Going } from '#ui/going.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { assertNever } from '#lib/assert-never.ts';

/** The photo is stored; this says what an officer may not be able to read, and stops nobody. */
export function PaperDoubts(props: {
  readonly document: AttachedDocument;
  readonly doubts: readonly PaperDoubt[];
  /** One of several papers: the words name it. */
  readonly named: boolean;
  /** Another one is being stored: no other can be picked. */
  readonly busy: boolean;
  readonly onOpenCamera: () => void;
  readonly onRetake: (input: HTMLInputElement) => void;
}) {
  const { document, doubts, named, busy, onOpenCamera, onRetake } = props;
  const words = useMessages(paperDoubtsWords);
  const say = useDoubtText();
  const { drafts } = useMenu();
  async function keep(): Promise<void> {
    const result = await drafts.keepAsItIs(document.id);
    if (result.kind === 'failed') showToast({ tone: 'alert', message: words.keepFailed });
  }
  return (
    <Going testId="paper-doubts">
      <Notice
        tone="waiting"
        live="status"
        icon={<CircleAlert />}
        title={named ? words.titleOf(document.fileName) : words.title}
        actions={
          <>
            <FilePicker
              icon={<Camera />}
              label={words.retake}
              narrow
              closed={busy}
              accept="image/*"
              capture="environment"
              aria-label={words.retakeOf(document.fileName)}
              data-testid="retake-input"
              onOpen={onOpenCamera}
              onChange={(event) => onRetake(event.target)}
            />
            <Button variant="secondary" aria-label={words.keepOf(document.fileName)} onClick={() => void keep()}>
              {words.keep}
            </Button>
          </>
        }
      >
        {doubts.map((doubt) => (
          <p key={doubt.kind}>{say(doubt)}</p>
        ))}
      </Notice>
    </Going>
  );
}

function useDoubtText(): (doubt: PaperDoubt) => string {
  const words = useMessages(paperDoubtsWords);
  const formats = useFormats();
  return (doubt) => {
    switch (doubt.kind) {
      case 'dark':
        return words.dark(doubt.brightness);
      case 'washed-out':
        return words.washedOut(doubt.percent);
      case 'glare':
        return words.glare(doubt.percent);
      case 'blurred':
        return words.blurred();
      case 'small':
        return words.small(formats.number(doubt.longSidePixels));
      case 'cut-off':
        return words.cutOff(doubt.sides.map((side) => words.sides[side]).join(', '));
      default:
        return assertNever(doubt);
    }
  };
}
