/** Resolves with null where there is no picture; never rejects. */
export type LoadTile = (z: number, x: number, y: number) => Promise<Blob | null>;
export type TileState = ImageBitmap | 'loading' | 'missing';

export interface TilePictures {
  /** The picture, or how far it is; one that nobody has asked for yet is asked for now. */
  look(z: number, x: number, y: number): TileState;
  /** The same without asking for it. */
  peek(z: number, x: number, y: number): TileState | undefined;
  /** What was missing is asked for anew: the signal has come back. */
  retry(): void;
  close(): void;
}

/** Decoded they take 256 kB each; a screen shows up to twenty. */
const mostPictures = 64;

/** The pictures on the screen and around it, those looked at last. @param onChange one has come, or won't */
export function createTilePictures(load: LoadTile, onChange: () => void): TilePictures {
  const states = new Map<string, TileState>();
  let closed = false;

  function put(key: string, state: TileState): void {
    states.delete(key);
    states.set(key, state);
    for (const [oldest, dropped] of states) {
      if (states.size <= mostPictures) break;
      states.delete(oldest);
      if (typeof dropped === 'object') dropped.close();
    }
  }

  async function fetchInto(key: string, z: number, x: number, y: number): Promise<void> {
    const blob = await load(z, x, y);
    const picture = blob === null ? null : await createImageBitmap(blob).catch(() => null);
    if (closed || !states.has(key)) return picture?.close();
    put(key, picture ?? 'missing');
    onChange();
  }

  return {
    look(z, x, y) {
      const key = `${z}/${x}/${y}`;
      const known = states.get(key);
      put(key, known ?? 'loading');
      if (known === undefined) void fetchInto(key, z, x, y);
      return known ?? 'loading';
    },
    peek: (z, x, y) => states.get(`${z}/${x}/${y}`),
    retry() {
      for (const [key, state] of states) if (state === 'missing') states.delete(key);
      onChange();
    },
    close() {
      closed = true;
      for (const state of states.values()) if (typeof state === 'object') state.close();
      states.clear();
    },
  };
}
