import { type ReactNode, useCallback, useEffect, useState } from 'react';

/**
 * A stored photo, small. An <img> would hold all of its pixels for as long as it is shown, 12 MB each; here only those
 * that are seen stay.
 * @param load keeps its identity between renders
 * @param fallback while it is on its way, and where there is no picture
 */
export function SmallPicture(props: {
  readonly load: () => Promise<Blob | null>;
  /** In real pixels. */
  readonly widthPixels: number;
  readonly className: string | undefined;
  readonly fallback: ReactNode;
}) {
  const { load, widthPixels, className, fallback } = props;
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    let here = true;
    let made: ImageBitmap | null = null;
    void oneAtATime(async () => (here ? await small(load, widthPixels) : null)).then((bitmap) => {
      if (!here) return bitmap?.close();
      made = bitmap;
      setPicture(bitmap);
    });
    return () => {
      here = false;
      made?.close();
    };
  }, [load, widthPixels]);
  const draw = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (canvas === null || picture === null || picture.width === 0) return;
      canvas.width = widthPixels;
      canvas.height = Math.max(1, Math.round((picture.height * widthPixels) / picture.width));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    },
    [picture, widthPixels],
  );
  return picture === null ? fallback : <canvas ref={draw} className={className} aria-hidden="true" />;
}

async function small(load: () => Promise<Blob | null>, widthPixels: number): Promise<ImageBitmap | null> {
  try {
    const photo = await load();
    if (photo === null) return null;
    return await createImageBitmap(photo, {
      imageOrientation: 'from-image',
      resizeWidth: widthPixels,
      resizeQuality: 'medium',
    });
  } catch {
    // Not every photo is one that this browser can show.
    return null;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** A screen with many photos must not hold all of them decoded. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}
