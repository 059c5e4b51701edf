import { FileText } from 'lucide-react';
import { useCallback } from 'react';
import { SmallPicture } from './small-picture.tsx';
import styles from './thumbnail.module.css';

/** Four rem across, on a sharp screen. */
const widthPixels = 192;

/**
 * At the head of a row: how a stored file looks, or the sign for a paper.
 * @param from where its bytes are; it keeps its identity between renders
 */
export function Thumbnail(props: {
  readonly id: string;
  readonly mediaType: string;
  readonly from: {
    bytes(id: string): Promise<{ readonly bytes: ArrayBuffer; readonly mediaType: string } | null>;
  };
}) {
  const { id, mediaType, from } = props;
  const load = useCallback(async () => {
    const found = await from.bytes(id);
    return found === null ? null : new Blob([found.bytes], { type: found.mediaType });
  }, [from, id]);
  if (!mediaType.startsWith('image/')) return <FileText />;
  return <SmallPicture load={load} widthPixels={widthPixels} className={styles.thumb} fallback={<FileText />} />;
}
