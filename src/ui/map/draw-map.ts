import { type LatLng, type MapView, metresPerPixel, offsetOf, type SeenTile, tilesOf } from '#lib/map-view.ts';
import type { TilePictures } from './tile-pictures.ts';

export interface MapMark extends LatLng {
  /** Metres around it; null when nobody has said. */
  readonly accuracyM: number | null;
}
export interface MapScene {
  readonly view: MapView;
  /** In pixels of the page, and how many of the screen make one. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly tiles: { readonly pictures: TilePictures; readonly minZoom: number; readonly maxZoom: number } | null;
  /** Where a line of the grid goes through, and how far apart they are. */
  readonly grid: { readonly through: LatLng; readonly pixels: number };
  readonly mark: MapMark | null;
  readonly colours: MapColours;
}
export interface MapColours {
  readonly ground: string;
  readonly grid: string;
  readonly mark: string;
  readonly halo: string;
}

/** A picture this much nearer than what is asked for is still of use. */
const mostLevelsUp = 6;

/** Draws what is there. Returns the zoom of the picture under the middle; null where there is none. */
export function drawMap(context: CanvasRenderingContext2D, scene: MapScene): number | null {
  const { width, height, ratio, colours } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  drawGrid(context, scene);
  const zoom = drawTiles(context, scene);
  drawMark(context, scene);
  return zoom;
}

function drawGrid(context: CanvasRenderingContext2D, { view, width, height, grid, colours }: MapScene): void {
  const { dx, dy } = offsetOf(view, grid.through);
  context.strokeStyle = colours.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (const x of linesAcross(dx, grid.pixels, width)) {
    context.moveTo(x, -height / 2);
    context.lineTo(x, height / 2);
  }
  for (const y of linesAcross(dy, grid.pixels, height)) {
    context.moveTo(-width / 2, y);
    context.lineTo(width / 2, y);
  }
  context.stroke();
}

/** Every place from one edge to the other that is a whole number of steps from `through`. */
function linesAcross(through: number, step: number, size: number): readonly number[] {
  const first = through - Math.floor((through + size / 2) / step) * step;
  return Array.from({ length: Math.ceil(size / step) + 1 }, (_, index) => first + index * step);
}

function drawTiles(context: CanvasRenderingContext2D, { view, width, height, tiles }: MapScene): number | null {
  if (tiles === null) return null;
  const z = Math.max(tiles.minZoom, Math.min(tiles.maxZoom, Math.round(view.zoom)));
  let under: number | null = null;
  for (const [index, tile] of tilesOf(view, z, width, height).entries()) {
    const drawn = drawTile(context, tiles.pictures, tile, tiles.minZoom);
    // The first is the one in the middle.
    if (index === 0) under = drawn;
  }
  return under;
}

/** From its own picture, or a part of one that shows more. Further ones are asked for only where this one is missing. */
function drawTile(
  context: CanvasRenderingContext2D,
  pictures: TilePictures,
  { z, x, y, at, pixels }: SeenTile,
  minZoom: number,
): number | null {
  let asks = true;
  for (let up = 0; up <= Math.min(mostLevelsUp, z - minZoom); up += 1) {
    const parts = 2 ** up;
    const place = [z - up, Math.floor(x / parts), Math.floor(y / parts)] as const;
    const picture = asks ? pictures.look(...place) : pictures.peek(...place);
    if (typeof picture === 'object') {
      const part = picture.width / parts;
      // Half a pixel over the edge, or a line of the ground shows between two.
      context.drawImage(
        picture,
        (x % parts) * part,
        (y % parts) * part,
        part,
        part,
        at.dx,
        at.dy,
        pixels + 0.5,
        pixels + 0.5,
      );
      return z - up;
    }
    if (picture === 'loading') asks = false;
  }
  return null;
}

function drawMark(context: CanvasRenderingContext2D, { view, mark, colours }: MapScene): void {
  if (mark === null) return;
  const { dx, dy } = offsetOf(view, mark);
  const disc = (radius: number, draw: () => void) => {
    context.beginPath();
    context.arc(dx, dy, radius, 0, 2 * Math.PI);
    draw();
  };
  if (mark.accuracyM !== null) {
    disc(mark.accuracyM / metresPerPixel(view), () => {
      context.globalAlpha = 0.16;
      context.fillStyle = colours.mark;
      context.fill();
      context.globalAlpha = 1;
      context.lineWidth = 1.5;
      context.strokeStyle = colours.mark;
      context.stroke();
    });
  }
  disc(8, () => {
    context.fillStyle = colours.halo;
    context.fill();
  });
  disc(6, () => {
    context.fillStyle = colours.mark;
    context.fill();
  });
}
