import { useCallback, useEffect, useMemo, useState } from 'react';
import { geoUriOf, type Position, showPosition } from '#domain/form/position.ts';
import type { MapOffer } from '#domain/map/map-offer.ts';
import { pickedPoint } from '#domain/map/picked-point.ts';
import { roundLength } from '#lib/map-view.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { mapWords } from '#i18n/sets/map.ts';
import type { MapMenu } from '#services/menu-map.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { MapCanvas } from '#ui/map/map-canvas.tsx';
import { Notice } from '#ui/notice.tsx';
import { Spinner } from '#ui/spinner.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { AreaName } from './area-name.tsx';
import type { AnswerPath } from './answer-path.ts';
import styles from './apply.module.css';
import { useApplyForm } from './form-context.ts';
import { firstView, zoomLimits } from './map-start.ts';
import { Accuracy } from './position-text.tsx';
import { siblingAnswers, siblingFields } from './siblings.ts';

export interface MapPickerProps {
  readonly path: AnswerPath;
  /** The answer so far; null for none. */
  readonly start: Position | null;
  readonly onPick: (uri: string) => void;
  readonly onClose: () => void;
}

/** A place is pointed at on the office's map, as far as that is on the phone, and on a grid with its scale elsewhere. */
export function MapPicker(props: MapPickerProps) {
  const { start, onClose } = props;
  const words = useMessages(mapWords);
  const opened = useOffer();
  if (opened !== 'opening' && (start !== null || opened.offer !== null)) {
    return <Picking {...props} offer={opened.offer} map={opened.map} />;
  }
  return (
    <Dialog open title={words.title} onClose={onClose}>
      {opened === 'opening' ? (
        <Spinner label={words.opening} />
      ) : (
        <Notice tone="waiting" live="status" title={words.nothing}>
          {words.nothingText}
        </Notice>
      )}
    </Dialog>
  );
}

function Picking(props: MapPickerProps & { readonly offer: MapOffer | null; readonly map: MapMenu | null }) {
  const { path, start, offer, map, onPick, onClose } = props;
  const words = useMessages(mapWords);
  const formats = useFormats();
  const area = useArea(path);
  const [began] = useState(() => firstView(start, offer));
  const [view, setView] = useState(began);
  const [said, setSaid] = useState('');
  const [under, setUnder] = useState<number | null | undefined>(undefined);
  const tiles = useMemo(
    () =>
      offer === null || map === null
        ? null
        : {
            minZoom: offer.minZoom,
            maxZoom: offer.maxZoom,
            load: (z: number, x: number, y: number) => map.tile(z, x, y),
          },
    [offer, map],
  );
  const point = pickedPoint(view, start, under ?? null);
  const length = useCallback(
    (metres: number) =>
      metres < 1_000 ? words.metres(formats.number(metres)) : words.kilometres(formats.number(metres / 1_000)),
    [words, formats],
  );
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <Button data-testid="use-point" onClick={() => onPick(geoUriOf(point))}>
          {words.use}
        </Button>
      }
    >
      <MapCanvas
        view={view}
        zooms={zoomLimits(offer)}
        onMove={(next, by) => {
          setView(next);
          if (by === 'key') setSaid(showPosition({ ...next, accuracyM: null }));
        }}
        tiles={tiles}
        mark={start}
        gridThrough={start ?? began}
        attribution={offer?.attribution ?? ''}
        onUnder={setUnder}
        words={{ ...words, length }}
      />
      <p className={styles.soft} data-testid="map-point">
        {showPosition(point)}
        {point.accuracyM !== null && <Accuracy metres={Math.ceil(point.accuracyM)} />}
      </p>
      {area !== null && (
        <p className={styles.soft}>
          {words.area} <AreaName code={area} />
        </p>
      )}
      <output className={styles.soft} data-testid="map-under">
        {under === null &&
          `${offer === null ? words.noMap : words.noPicture} ${words.grid(length(roundLength(view, 96).metres))}`}
      </output>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </Dialog>
  );
}

/** What the office offers, or last did. */
function useOffer(): 'opening' | { readonly map: MapMenu | null; readonly offer: MapOffer | null } {
  const menu = useMenu();
  const [opened, setOpened] = useState<ReturnType<typeof useOffer>>('opening');
  useEffect(() => {
    let here = true;
    void menu.map().then(async (map) => {
      const offer = map === null ? null : await map.offer();
      if (here) setOpened({ map, offer });
    });
    return () => {
      here = false;
    };
  }, [menu]);
  return opened;
}

/** The code of the village that is chosen beside this question. */
function useArea(path: AnswerPath): string | null {
  const { draft, session } = useApplyForm();
  const question = siblingFields(draft.definition, path).find(({ type }) => type === 'area');
  const code = question === undefined ? undefined : siblingAnswers(session.getSnapshot().answers, path)[question.id];
  return typeof code === 'string' ? code : null;
}
