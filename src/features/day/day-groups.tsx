import type { DayRow } from '#domain/day/day-row.ts';
import { type DayGrouping, firstOf, groupDay } from '#domain/day/filter-day.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { List } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import styles from './day.module.css';
import { DayLine } from './day-line.tsx';

/** The first rows, as many as are shown, under the headings of their groups; a heading says how many it has in all. */
export function DayGroups(props: {
  readonly rows: readonly DayRow[];
  readonly by: DayGrouping;
  readonly limit: number;
}) {
  const { rows, by, limit } = props;
  const words = useMessages(dayWords);
  const formats = useFormats();
  const text = useLocalText();

  function nameOf({ atMs, serviceName, name }: DayRow): string {
    if (by === 'day') return formats.date(atMs);
    if (by === 'service') return text(serviceName);
    return name === '' ? words.unnamed : name;
  }

  return firstOf(groupDay(rows, by), limit).map(({ key, rows: [first, ...others], size }) => {
    if (first === undefined) return null;
    return (
      <Section key={key} title={nameOf(first)} aside={<span className={styles.soft}>{size}</span>}>
        <List label={nameOf(first)}>
          {[first, ...others].map((row) => (
            <DayLine key={row.id} row={row} by={by} />
          ))}
        </List>
      </Section>
    );
  });
}
