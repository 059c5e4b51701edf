import { type ReportFilter, type TimeProblem } from '#domain/statistics/report.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { useServiceName } from './use-service-name.ts';

const levels = ['desa', 'kecamatan', 'dinas'] as const;

/** Time, level and service of what is shown. */
export function FilterBar(props: {
  readonly filter: ReportFilter;
  readonly problem: TimeProblem | null;
  readonly services: readonly string[];
  readonly onChoose: (change: Partial<ReportFilter>) => void;
}) {
  const { filter, problem, services, onChoose } = props;
  const { filters: words } = useMessages(dashboardWords);
  const nameOf = useServiceName();
  const listed = filter.service === '' || services.includes(filter.service) ? services : [...services, filter.service];
  return (
    <form className="dashboard-filters" aria-label={words.label} onSubmit={(event) => event.preventDefault()}>
      <TextField id="from" type="date" label={words.from} value={filter.from} onChange={(from) => onChoose({ from })} />
      <TextField
        id="to"
        type="date"
        label={words.to}
        value={filter.to}
        onChange={(to) => onChoose({ to })}
        {...(problem === null ? {} : { error: words.problems[problem] })}
      />
      <SelectField
        id="level"
        label={words.level}
        none={words.all}
        value={filter.level}
        choices={levels.map((level) => ({ value: level, label: words.levels[level] }))}
        onChange={(level) => onChoose({ level })}
      />
      <SelectField
        id="service"
        label={words.service}
        none={words.all}
        value={filter.service}
        choices={listed.map((id) => ({ value: id, label: nameOf(id) }))}
        onChange={(service) => onChoose({ service })}
      />
    </form>
  );
}
