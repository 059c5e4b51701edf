import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AskedField } from '#domain/form/ask.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { AnswerText } from './answer-text.tsx';
import styles from './apply.module.css';

/** Questions and what was answered, as it will be sent. */
export function AnswerList({ asked, of }: { readonly asked: readonly AskedField[]; readonly of?: string }) {
  return (
    <dl className={styles.answers}>
      {asked.map((one) => (
        <Answer key={one.field.id} asked={one} of={of} />
      ))}
    </dl>
  );
}

function Answer({ asked, of }: { readonly asked: AskedField; readonly of: string | undefined }) {
  const { review: words } = useMessages(applyWords);
  const text = useLocalText();
  const { field, value, rows } = asked;
  const label = text(field.label);
  if (value === undefined && field.required === true) {
    return (
      <Pair label={label} of={of}>
        <span className={styles.alert}>
          <CircleAlert />
          <span>{words.unanswered}</span>
        </span>
      </Pair>
    );
  }
  if (value === undefined) {
    return (
      <Pair label={label} of={of}>
        <span className={styles.soft}>{words.empty}</span>
      </Pair>
    );
  }
  if (rows.length === 0) {
    return (
      <Pair label={label} of={of}>
        <AnswerText field={field} value={value} />
      </Pair>
    );
  }
  const item = (index: number) => (field.type === 'repeat' ? `${text(field.itemLabel)} ${index + 1}` : label);
  return rows.map((row, index) => (
    <div key={item(index)} className={styles.person}>
      <dt>{item(index)}</dt>
      <dd>
        <AnswerList asked={row} of={item(index)} />
      </dd>
    </div>
  ));
}

/** Read out with the person it is about: "Saksi 2 – NIK saksi". */
function Pair(props: { readonly label: string; readonly of: string | undefined; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        {props.of !== undefined && <VisuallyHidden>{props.of} – </VisuallyHidden>}
        {props.label}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}
