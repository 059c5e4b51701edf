import { Minus, Plus } from 'lucide-react';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type LatLng, type MapView, roundLength } from '#lib/map-view.ts';
import { IconButton } from '../button.tsx';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { drawMap, type MapColours, type MapMark } from './draw-map.ts';
import styles from './map.module.css';
import { createTilePictures, type LoadTile, type TilePictures } from './tile-pictures.ts';
import { type MovedBy, useMapHands, type ZoomLimits } from './use-map-hands.ts';

export interface MapCanvasWords {
  readonly label: string;
  readonly hint: string;
  /** For those who read the screen by ear. */
  readonly keyHint: string;
  readonly nearer: string;
  readonly further: string;
  /** "100 m" */
  readonly length: (metres: number) => string;
}

export interface MapCanvasProps {
  readonly view: MapView;
  readonly zooms: ZoomLimits;
  readonly onMove: (view: MapView, by: MovedBy) => void;
  readonly tiles: { readonly load: LoadTile; readonly minZoom: number; readonly maxZoom: number } | null;
  readonly mark: MapMark | null;
  /** A line of the grid goes through it. */
  readonly gridThrough: LatLng;
  /** Whose map it is. */
  readonly attribution: string;
  /** The zoom of the picture under the middle; null: none there. Told whenever it changes. */
  readonly onUnder: (zoom: number | null) => void;
  readonly words: MapCanvasWords;
}

const scalePixels = 96;

/** A map that is moved under a cross in its middle. Without pictures it is a grid with the same scale. */
export function MapCanvas(props: MapCanvasProps) {
  const { view, zooms, onMove, tiles, mark, gridThrough, attribution, onUnder, words } = props;
  const hintId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas);
  const { pictures, changes } = useTilePictures(tiles?.load ?? null);
  const { hands, zoomBy } = useMapHands(view, zooms, onMove);
  const scale = roundLength(view, scalePixels);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || size === null) return;
    const under = drawMap(context, {
      view,
      ...size,
      tiles: tiles === null || pictures === null ? null : { ...tiles, pictures },
      grid: { through: gridThrough, pixels: scale.pixels },
      mark,
      colours: coloursOf(context.canvas),
    });
    onUnder(under);
    // `changes` counts the pictures that have come.
  }, [view, size, tiles, pictures, changes, gridThrough, scale.pixels, mark, onUnder]);

  return (
    <div className={styles.map}>
      <p id={hintId}>
        {words.hint} <VisuallyHidden>{words.keyHint}</VisuallyHidden>
      </p>
      <div className={styles.frame}>
        <div className={styles.stage}>
          <div
            {...hands}
            className={styles.ground}
            aria-label={words.label}
            aria-describedby={hintId}
            data-testid="map"
          >
            <canvas ref={canvas} width={pixels(size?.width, size?.ratio)} height={pixels(size?.height, size?.ratio)} />
            <svg className={styles.cross} viewBox="-24 -24 48 48" aria-hidden="true">
              <path className={styles.halo} d="M-22 0H-6M6 0H22M0-22V-6M0 6V22" />
              <path className={styles.line} d="M-22 0H-6M6 0H22M0-22V-6M0 6V22" />
              <circle className={styles.dot} r="2.5" />
            </svg>
          </div>
          <div className={styles.zoom}>
            <IconButton label={words.nearer} icon={<Plus />} onClick={() => zoomBy(1)} data-testid="map-nearer" />
            <IconButton label={words.further} icon={<Minus />} onClick={() => zoomBy(-1)} data-testid="map-further" />
          </div>
          <div className={styles.scale} style={{ width: `${scale.pixels}px` }}>
            {words.length(scale.metres)}
          </div>
        </div>
        {attribution !== '' && <p className={styles.attribution}>{attribution}</p>}
      </div>
    </div>
  );
}

function pixels(size: number | undefined, ratio: number | undefined): number {
  return Math.round((size ?? 0) * (ratio ?? 1));
}

function useSize(element: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState<{ width: number; height: number; ratio: number } | null>(null);
  useLayoutEffect(() => {
    const watched = element.current?.parentElement;
    if (watched === null || watched === undefined) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      // A canvas at three pixels for one would cost a small phone nine times the memory.
      const ratio = Math.min(2, globalThis.devicePixelRatio);
      setSize({ width: entry.contentRect.width, height: entry.contentRect.height, ratio });
    });
    watch.observe(watched);
    return () => watch.disconnect();
  }, [element]);
  return size;
}

function useTilePictures(load: LoadTile | null) {
  const [pictures, setPictures] = useState<TilePictures | null>(null);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (load === null) return;
    const made = createTilePictures(load, () => setChanges((count) => count + 1));
    setPictures(made);
    globalThis.addEventListener('online', made.retry);
    return () => {
      globalThis.removeEventListener('online', made.retry);
      made.close();
      setPictures(null);
    };
  }, [load]);
  return { pictures, changes };
}

/** The colours of the page, so that the grid is dark at night. */
function coloursOf(element: HTMLElement): MapColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return { ground: colour('--sunken'), grid: colour('--line'), mark: colour('--info'), halo: colour('--surface') };
}
