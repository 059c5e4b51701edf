import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { dragged, type MapView, type Offset, zoomedTo } from '#lib/map-view.ts';

export interface ZoomLimits {
  readonly min: number;
  readonly max: number;
}
export type MovedBy = 'finger' | 'key';

const keyStepPixels = 48;
const fineStepPixels = 8;
const arrows: Readonly<Record<string, Offset>> = {
  ArrowLeft: { dx: 1, dy: 0 },
  ArrowRight: { dx: -1, dy: 0 },
  ArrowUp: { dx: 0, dy: 1 },
  ArrowDown: { dx: 0, dy: -1 },
};

/** Drag with one finger, zoom with two, or with arrow keys, + and -. */
export function useMapHands(view: MapView, limits: ZoomLimits, onMove: (view: MapView, by: MovedBy) => void) {
  const fingers = useRef(new Map<number, Offset>());
  /** Fingers move more often than the page is drawn. */
  const now = useRef(view);
  useLayoutEffect(() => {
    now.current = view;
  }, [view]);

  function move(next: MapView, by: MovedBy): void {
    now.current = next;
    onMove(next, by);
  }
  const within = (zoom: number) => Math.max(limits.min, Math.min(limits.max, zoom));

  function follow(event: PointerEvent<HTMLElement>): void {
    const before = [...fingers.current.values()];
    const from = fingers.current.get(event.pointerId);
    if (from === undefined) return;
    const to = fromMiddle(event);
    fingers.current.set(event.pointerId, to);
    const after = [...fingers.current.values()];
    const shift = middleOf(after);
    const start = middleOf(before);
    const pulled = dragged(now.current, { dx: shift.dx - start.dx, dy: shift.dy - start.dy });
    const spread = after.length === 2 ? Math.log2(apart(after) / apart(before)) : 0;
    const zoom = within(pulled.zoom + (Number.isFinite(spread) ? spread : 0));
    move(zoom === pulled.zoom ? pulled : zoomedTo(pulled, zoom, shift), 'finger');
  }
  function letGo(event: PointerEvent<HTMLElement>): void {
    fingers.current.delete(event.pointerId);
  }
  const zoomBy = (levels: number) =>
    move({ ...now.current, zoom: within(Math.round(now.current.zoom) + levels) }, 'key');

  return {
    zoomBy,
    hands: {
      // An application in the sense of ARIA: screen readers leave the arrow keys to it.
      role: 'application',
      tabIndex: 0,
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (fingers.current.size >= 2) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, fromMiddle(event));
      },
      onPointerMove: follow,
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onLostPointerCapture: letGo,
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const arrow = arrows[event.key];
        if (arrow !== undefined) {
          const step = event.shiftKey ? fineStepPixels : keyStepPixels;
          move(dragged(now.current, { dx: arrow.dx * step, dy: arrow.dy * step }), 'key');
        } else if (event.key === '+' || event.key === '=') zoomBy(1);
        else if (event.key === '-') zoomBy(-1);
        else return;
        event.preventDefault();
      },
    },
  };
}

function fromMiddle(event: PointerEvent<HTMLElement>): Offset {
  const box = event.currentTarget.getBoundingClientRect();
  return { dx: event.clientX - box.left - box.width / 2, dy: event.clientY - box.top - box.height / 2 };
}

function middleOf(fingers: readonly Offset[]): Offset {
  const sum = fingers.reduce((all, one) => ({ dx: all.dx + one.dx, dy: all.dy + one.dy }), { dx: 0, dy: 0 });
  return { dx: sum.dx / fingers.length, dy: sum.dy / fingers.length };
}

function apart([a, b]: readonly Offset[]): number {
  return a === undefined || b === undefined ? 1 : Math.max(1, Math.hypot(a.dx - b.dx, a.dy - b.dy));
}
