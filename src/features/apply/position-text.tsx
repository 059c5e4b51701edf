import { readGeoUri, showPosition } from '#domain/form/position.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import styles from './apply.module.css';

/** A place as a person reads it, with how exactly it is known. */
export function PositionText({ uri }: { readonly uri: string }) {
  const position = readGeoUri(uri);
  if (position === null) return uri;
  return (
    <>
      {showPosition(position)}
      {position.accuracyM !== null && <Accuracy metres={position.accuracyM} />}
    </>
  );
}

export function Accuracy({ metres }: { readonly metres: number }) {
  const { position: words } = useMessages(applyWords);
  const formats = useFormats();
  return <span className={styles.note}>{words.accuracy(formats.number(metres))}</span>;
}
