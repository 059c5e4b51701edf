import { useId } from 'react';
import type { DayFilter, DayGrouping } from '#domain/day/filter-day.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import type { Day } from '#services/use-day.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { ChoiceField } from '#ui/fields/choice-field.tsx';
import { type Choice, SelectField } from '#ui/fields/select-field.tsx';

const groupings: readonly DayGrouping[] = ['day', 'resident', 'service'];

/** Day, service and resident; and what stands together. */
export function DayFilters(props: {
  readonly day: Day;
  readonly filter: DayFilter;
  readonly by: DayGrouping;
  readonly onNarrow: (change: DayFilter) => void;
  readonly onGroup: (by: DayGrouping) => void;
}) {
  const { day, filter, by, onNarrow, onGroup } = props;
  const words = useMessages(dayWords);
  const id = useId();
  const choices = useChoices(day);
  return (
    <Disclosure summary={words.narrow}>
      <SelectField
        id={`${id}-day`}
        label={words.dayOf}
        none={words.any}
        value={filter.day ?? ''}
        choices={choices.days}
        onChange={(value) => onNarrow({ day: value })}
      />
      <SelectField
        id={`${id}-service`}
        label={words.service}
        none={words.any}
        value={filter.serviceId ?? ''}
        choices={choices.services}
        onChange={(serviceId) => onNarrow({ serviceId })}
      />
      {choices.residents.length > 0 && (
        <SelectField
          id={`${id}-resident`}
          label={words.resident}
          none={words.any}
          value={filter.residentId ?? ''}
          choices={choices.residents}
          onChange={(residentId) => onNarrow({ residentId })}
        />
      )}
      <ChoiceField
        id={`${id}-by`}
        label={words.groupBy}
        choices={groupings.map((value) => ({ value, label: words.groups[value] }))}
        chosen={[by]}
        onChange={([chosen]) => onGroup(groupings.find((one) => one === chosen) ?? 'day')}
      />
    </Disclosure>
  );
}

function useChoices({ rows }: Day) {
  const formats = useFormats();
  const text = useLocalText();
  const named = rows.flatMap(({ residentId, name }) =>
    residentId === null ? [] : [{ value: residentId, label: name }],
  );
  return {
    days: once(rows.map(({ atMs }) => ({ value: wibDate(atMs), label: formats.date(atMs) }))),
    services: once(rows.map(({ serviceId, serviceName }) => ({ value: serviceId, label: text(serviceName) }))),
    residents: once(named).toSorted((one, other) => one.label.localeCompare(other.label, 'id')),
  };
}

/** Each once, in the order in which they come. */
function once(all: readonly Choice[]): readonly Choice[] {
  return [...new Map(all.map((choice) => [choice.value, choice])).values()];
}
