import { isJsonArray } from '#domain/form/json-object.ts';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { readGeoUri, showPosition } from '#domain/form/position.ts';
import { inFours } from '#domain/form/tidy-typed.ts';
import { showPhone } from '#domain/identity/phone.ts';
import type { Field } from '#domain/service/definition.ts';
import { type Formats, useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { JsonValue } from '#lib/json.ts';
import { usePlaceName } from './use-areas.ts';

/** An answer as an official reads it; of a question that the form does not know, as it was sent. */
export function useAnswerText(): (field: Field | null, value: JsonValue) => string {
  const { item } = useMessages(deskWords);
  const text = useLocalText();
  const formats = useFormats();
  const placeName = usePlaceName();
  return (field, value) => {
    switch (field?.type) {
      case 'yesNo': {
        const spoken = value === true ? field.yes : field.no;
        return spoken === undefined ? (value === true ? item.yes : item.no) : text(spoken.label);
      }
      case 'select':
      case 'multiSelect': {
        const chosen: readonly JsonValue[] = isJsonArray(value) ? value : [value];
        const labels = new Map(field.options.map((option) => [option.value, text(option.label)]));
        return chosen.map((one) => (typeof one === 'string' ? (labels.get(one) ?? one) : plainText(one))).join(', ');
      }
      case 'date':
        return dateText(value, formats);
      case 'number': {
        const shown = typeof value === 'number' && field.year === undefined ? formats.number(value) : plainText(value);
        return field.unit === undefined ? shown : `${shown} ${text(field.unit)}`;
      }
      case 'nik':
      case 'kk':
        return inFours(plainText(value));
      case 'tel':
        return showPhone(plainText(value));
      case 'position': {
        const position = readGeoUri(plainText(value));
        return position === null ? plainText(value) : showPosition(position);
      }
      case 'area':
        return placeName(plainText(value));
      default:
        return plainText(value);
    }
  };
}

function dateText(value: JsonValue, formats: Formats): string {
  return typeof value === 'string' && isIsoDate(value) ? formats.date(Date.parse(value)) : plainText(value);
}

function plainText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
