import { ChevronLeft, ChevronRight, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { DeskPaper } from '#domain/desk/desk-case.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Spinner } from '#ui/spinner.tsx';
import { DeskTroubleNotice } from './desk-trouble.tsx';
import { usePicture } from '#ui/paper-viewer/use-paper-pages.ts';
import { usePaper } from './use-paper.ts';

/** What scrolls has to be reachable by key. */
const canFocus = { tabIndex: 0 } as const;
/** Of the width that there is. */
const zooms = [1, 1.5, 2, 3, 4] as const;
/** Sharp also when it is made larger. */
const drawnWidth = 1_800;

/** One paper: larger, smaller, a quarter turn, page by page. Nothing of it is kept. */
export function PaperView(props: { readonly desk: DeskMenu; readonly paper: DeskPaper; readonly name: string }) {
  const { desk, paper, name } = props;
  const { item } = useMessages(deskWords);
  const words = item.paper;
  const [open, again] = usePaper(desk, paper);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const picture = usePicture(open, page, drawnWidth);
  const count = open.kind === 'pdf' ? open.pages.count : 1;
  const factor = zooms[zoom] ?? 1;
  return (
    <div className="desk-paper" data-testid="desk-paper-view">
      <div className="desk-paper-tools">
        <IconButton
          label={words.zoomOut}
          icon={<ZoomOut />}
          aria-disabled={zoom === 0}
          onClick={() => setZoom(Math.max(0, zoom - 1))}
        />
        <IconButton
          label={words.zoomIn}
          icon={<ZoomIn />}
          aria-disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}
        />
        <IconButton label={words.turn} icon={<RotateCw />} onClick={() => setTurns(turns + 1)} />
        {count > 1 && (
          <>
            <IconButton
              label={words.before}
              icon={<ChevronLeft />}
              aria-disabled={page === 1}
              onClick={() => setPage(Math.max(1, page - 1))}
            />
            <span aria-live="polite">{words.page(page, count)}</span>
            <IconButton
              label={words.after}
              icon={<ChevronRight />}
              aria-disabled={page === count}
              onClick={() => setPage(Math.min(count, page + 1))}
            />
          </>
        )}
      </div>
      {/* Scrolled with the arrow keys when it has the focus. */}
      <section className="desk-paper-sheet" {...canFocus} aria-label={name} data-turned={turns % 2 === 1}>
        {open.kind === 'trouble' && open.because !== 'gone' ? (
          <DeskTroubleNotice kind={open.because} onAgain={again} />
        ) : open.kind === 'unreadable' || open.kind === 'trouble' || picture === 'failed' ? (
          <p role="alert">{words.unreadable}</p>
        ) : open.kind === 'expired' ? (
          <p>{words.expired}</p>
        ) : open.kind === 'signal-needed' ? (
          <Button variant="secondary" onClick={again}>
            {words.again}
          </Button>
        ) : picture === 'drawing' ? (
          <Spinner label={words.opening} />
        ) : (
          <img
            src={picture.url}
            alt={words.picture(name)}
            data-testid="desk-picture"
            style={{ inlineSize: `${factor * 100}%`, transform: `rotate(${turns * 90}deg)` }}
          />
        )}
      </section>
    </div>
  );
}
