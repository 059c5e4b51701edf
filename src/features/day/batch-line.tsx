import { ChevronRight } from 'lucide-react';
import type { DayRow } from '#domain/day/day-row.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import type { DayMessages } from '#i18n/messages/id/day.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import type { DraftCheck } from '#services/menu.ts';
import { ListRow } from '#ui/list.tsx';
import styles from './day.module.css';

/** A complete draft can be ticked; any other says what is missing, and leads to its form. */
export function BatchLine(props: {
  readonly row: DayRow;
  /** Undefined while it is looked at. */
  readonly check: DraftCheck | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}) {
  const { row, check, isChosen, onChoose } = props;
  const words = useMessages(dayWords);
  const formats = useFormats();
  const text = useLocalText();
  const name = row.name === '' ? words.noName : row.name;
  const service = text(row.serviceName);
  if (check?.kind !== 'complete') {
    return (
      <ListRow
        testId="batch-row"
        href={`/isi/${row.id}`}
        title={name}
        description={service}
        meta={check === undefined ? words.batch.checking : problemText(check, words.batch)}
        trailing={<ChevronRight />}
      />
    );
  }
  return (
    <li className={styles.choice} data-testid="batch-row">
      <label>
        <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
        <span>
          {name}
          <span>{service}</span>
          <span className={styles.soft}>{words.batch.complete(check.papers, formats.bytes(check.bytes))}</span>
        </span>
      </label>
    </li>
  );
}

function problemText(check: Exclude<DraftCheck, { kind: 'complete' }>, words: DayMessages['batch']): string {
  return check.kind === 'invalid' ? words.incomplete(check.problems.length) : words.problems[check.kind];
}
