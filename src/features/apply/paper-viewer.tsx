import type { AttachedDocument } from '#domain/application/draft.ts';
import { useMessages } from '#i18n/messages.ts';
import { paperViewerWords } from '#i18n/sets/paper-viewer.ts';
import { useMenu } from '#services/menu-context.ts';
import { PaperViewer as Viewer } from '#ui/paper-viewer/paper-viewer.tsx';

/** An attached paper over the whole screen. */
export function PaperViewer(props: { readonly document: AttachedDocument; readonly onClose: () => void }) {
  const { papers } = useMenu();
  return <Viewer {...props} papers={papers} words={useMessages(paperViewerWords)} />;
}
