import { useEffect, useState } from 'react';
import type { AskedField } from '#domain/form/ask.ts';
import { isJsonArray } from '#domain/form/json-object.ts';
import { isIsoDate } from '#domain/form/parse-date.ts';
import { showPhone } from '#domain/identity/phone.ts';
import type { Field } from '#domain/service/definition.ts';
import type { JsonValue } from '#lib/json.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import styles from './apply.module.css';

/** Questions and what was answered, as it will be sent. */
export function AnswerList({ asked }: { readonly asked: readonly AskedField[] }) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  return (
    <dl className={styles.answers}>
      {asked.map(({ field, value, rows }) => (
        <div key={field.id}>
          <dt>{text(field.label)}</dt>
          <dd>
            {value === undefined && words.review.empty}
            {value !== undefined && rows.length === 0 && <AnswerText field={field} value={value} />}
            {value !== undefined && rows.map((row, index) => <AnswerList key={`${field.id}/${index}`} asked={row} />)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function AnswerText({ field, value }: { readonly field: Field; readonly value: JsonValue }) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  const formats = useFormats();
  switch (field.type) {
    case 'yesNo':
      return value === true ? words.yes : words.no;
    case 'select':
    case 'multiSelect': {
      const chosen: readonly JsonValue[] = isJsonArray(value) ? value : [value];
      return field.options
        .filter((option) => chosen.includes(option.value))
        .map((option) => text(option.label))
        .join(', ');
    }
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? formats.date(Date.parse(value)) : String(value);
    case 'number':
      return field.unit === undefined ? String(value) : `${String(value)} ${text(field.unit)}`;
    case 'tel':
      return showPhone(String(value));
    case 'area':
      return <AreaName code={String(value)} />;
    default:
      return String(value);
  }
}

function AreaName({ code }: { readonly code: string }) {
  const [name, setName] = useState<string>();
  useEffect(() => {
    import('#domain/area/areas.ts').then(
      ({ areaName }) => setName(areaName(code)),
      () => undefined,
    );
  }, [code]);
  return name ?? code;
}
