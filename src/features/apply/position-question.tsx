import { LocateFixed, MapPinned } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { geoUriOf, readGeoUri, showPosition } from '#domain/form/position.ts';
import type { Field } from '#domain/service/definition.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { lazyDialog } from '#ui/lazy-dialog.tsx';
import type { AnswerProps } from './answer-props.ts';
import styles from './apply.module.css';
import { findPosition } from './find-position.ts';
import { Accuracy } from './position-text.tsx';

const MapPicker = lazyDialog(async () => (await import('./map-picker.tsx')).MapPicker);

/** A place: by one press where the phone is, or as somebody passed it on. */
export function PositionQuestion({ path, frame, value, onChange }: Omit<AnswerProps<Field>, 'field'>) {
  const { position: words } = useMessages(applyWords);
  const [search, setSearch] = useState<'idle' | 'finding' | 'denied' | 'unavailable'>('idle');
  const [onMap, setOnMap] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const found = readGeoUri(text);

  /** Half a minute is long: what is typed meanwhile, or said on another screen, has the last word. */
  const asked = useRef(0);
  useEffect(() => () => void (asked.current += 1), []);

  async function find(): Promise<void> {
    asked.current += 1;
    const mine = asked.current;
    setSearch('finding');
    const answer = await findPosition();
    if (mine !== asked.current) return;
    setSearch(typeof answer === 'string' ? answer : 'idle');
    if (typeof answer !== 'string') onChange(geoUriOf(answer));
  }
  return (
    <div className={styles.position}>
      <TextField
        {...frame}
        help={frame.help ?? words.paste}
        value={found === null ? text : showPosition(found)}
        placeholder={words.placeholder}
        onChange={(typed) => {
          asked.current += 1;
          setSearch('idle');
          onChange(typed === '' ? undefined : typed);
        }}
      />
      <output className={styles.soft}>
        {found !== null && found.accuracyM !== null && <Accuracy metres={found.accuracyM} />}
        {(search === 'denied' || search === 'unavailable') && words[search]}
      </output>
      <Button
        variant="secondary"
        icon={<LocateFixed />}
        busy={search === 'finding'}
        busyLabel={words.finding}
        data-testid="find-position"
        onClick={() => void find()}
      >
        {words.find}
      </Button>
      <Button variant="secondary" icon={<MapPinned />} data-testid="open-map" onClick={() => setOnMap(true)}>
        {words.onMap}
      </Button>
      <p className={styles.soft}>{words.consent}</p>
      {onMap && (
        <MapPicker
          path={path}
          start={found}
          onPick={(uri) => {
            asked.current += 1;
            setSearch('idle');
            setOnMap(false);
            onChange(uri);
          }}
          onClose={() => setOnMap(false)}
        />
      )}
    </div>
  );
}
