import { isJsonArray } from '#domain/form/json-object.ts';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { inFours } from '#domain/form/tidy-typed.ts';
import { showPhone } from '#domain/identity/phone.ts';
import type { Field } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import styles from './apply.module.css';
import { AreaName } from './area-name.tsx';
import { PositionText } from './position-text.tsx';

/** One answer as a person reads it. */
export function AnswerText({ field, value }: { readonly field: Field; readonly value: JsonValue }) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  const formats = useFormats();
  switch (field.type) {
    case 'yesNo': {
      const spoken = value === true ? field.yes : field.no;
      return (
        <>
          {spoken === undefined ? (value === true ? words.yes : words.no) : text(spoken.label)}
          {spoken?.note !== undefined && <span className={styles.note}>{text(spoken.note)}</span>}
        </>
      );
    }
    case 'select':
    case 'multiSelect': {
      const chosen: readonly JsonValue[] = isJsonArray(value) ? value : [value];
      const known = field.options.filter((option) => chosen.includes(option.value));
      // Typed and not found in the list: shown as it is, and refused by Kirim.
      return known.length === 0 ? chosen.join(', ') : known.map((option) => text(option.label)).join(', ');
    }
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? formats.date(Date.parse(value)) : String(value);
    case 'time':
      return words.time(String(value));
    case 'number': {
      const shown = typeof value === 'number' && field.year === undefined ? formats.number(value) : String(value);
      return field.unit === undefined ? shown : `${shown} ${text(field.unit)}`;
    }
    case 'nik':
    case 'kk':
      return inFours(String(value));
    case 'tel':
      return showPhone(String(value));
    case 'position':
      return <PositionText uri={String(value)} />;
    case 'area':
      return <AreaName code={String(value)} />;
    default:
      return String(value);
  }
}
