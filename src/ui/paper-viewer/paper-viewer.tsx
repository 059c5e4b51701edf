import { X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../button.tsx';
import { classNames } from '../class-names.ts';
import { Spinner } from '../spinner.tsx';
import styles from './paper-viewer.module.css';
import {
  type LookedAt,
  type OpenPaper,
  type PaperSource,
  type Picture,
  useOpenPaper,
  usePicture,
} from './use-paper-pages.ts';

export interface PaperViewerTexts {
  readonly close: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly before: string;
  readonly after: string;
  readonly page: (at: number, of: number) => string;
  readonly picture: string;
  readonly opening: string;
  readonly signalNeeded: string;
  readonly again: string;
  readonly unreadable: string;
}

/**
 * A stored paper over the whole screen: a photo, or a PDF page by page. Held in memory only while it is looked at.
 * @param papers keeps its identity between renders
 */
export function PaperViewer(props: {
  readonly document: LookedAt;
  readonly papers: PaperSource;
  readonly words: PaperViewerTexts;
  readonly onClose: () => void;
}) {
  const { document, papers, words, onClose } = props;
  const element = useRef<HTMLDialogElement>(null);
  const [paper, again] = useOpenPaper(document, papers);
  const [page, setPage] = useState(1);
  const [large, setLarge] = useState(false);
  const picture = usePicture(paper, page, drawnWidth());
  const count = paper.kind === 'pdf' ? paper.pages.count : 1;
  const title = count > 1 ? words.page(page, count) : document.fileName;
  useFocusAfter();
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} className={styles.viewer} aria-label={document.fileName} onClose={onClose}>
      <div className={styles.head}>
        <p className={styles.title} aria-live="polite">
          {title}
        </p>
        <IconButton
          label={large ? words.zoomOut : words.zoomIn}
          icon={large ? <ZoomOut /> : <ZoomIn />}
          onClick={() => setLarge(!large)}
        />
        <IconButton
          label={words.close}
          icon={<X />}
          onClick={() => element.current?.close()}
          data-testid="viewer-close"
        />
      </div>
      {/* Another page is looked at from its top. */}
      <div key={page} className={styles.paper}>
        <Shown
          state={paper.kind === 'pdf' || paper.kind === 'photo' ? picture : paper.kind}
          large={large}
          words={words}
          onAgain={again}
        />
      </div>
      {count > 1 && (
        <div className={styles.turn}>
          <Button variant="secondary" aria-disabled={page === 1} onClick={() => setPage(Math.max(1, page - 1))}>
            {words.before}
          </Button>
          <Button
            variant="secondary"
            aria-disabled={page === count}
            data-testid="viewer-after"
            onClick={() => setPage(Math.min(count, page + 1))}
          >
            {words.after}
          </Button>
        </div>
      )}
    </dialog>
  );
}

function Shown(props: {
  readonly state: Picture | OpenPaper['kind'];
  readonly large: boolean;
  readonly words: PaperViewerTexts;
  readonly onAgain: () => void;
}) {
  const { state, large, words, onAgain } = props;
  if (state === 'drawing' || state === 'opening') return <Spinner label={words.opening} />;
  if (state === 'signal-needed') {
    return (
      <div className={styles.words} role="alert">
        <p>{words.signalNeeded}</p>
        <Button variant="secondary" onClick={onAgain} data-testid="viewer-again">
          {words.again}
        </Button>
      </div>
    );
  }
  if (typeof state === 'string') {
    return (
      <p className={styles.words} role="alert">
        {words.unreadable}
      </p>
    );
  }
  const className = classNames(styles.picture, large && styles.large);
  return <img className={className} src={state.url} alt={words.picture} data-testid="viewer-picture" />;
}

/** Back to what opened this, also where the screen and not the dialog was left. */
function useFocusAfter(): void {
  useLayoutEffect(() => {
    const opener = globalThis.document.activeElement;
    return () => queueMicrotask(() => opener instanceof HTMLElement && opener.isConnected && opener.focus());
  }, []);
}

/** Sharp also when it is made larger. */
function drawnWidth(): number {
  return Math.round(Math.min(window.innerWidth, 800) * Math.min(window.devicePixelRatio, 2) * 1.5);
}
