import type { Report } from '#domain/statistics/report.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { BarList } from './bar-list.tsx';

/** What waits now, the oldest last. */
export function BacklogPanel({ backlog }: Pick<Report, 'backlog'>) {
  const { backlog: words } = useMessages(dashboardWords);
  const bars = backlog.map(({ upToDays, count }, place) => ({
    key: String(upToDays),
    name: words.days((backlog[place - 1]?.upToDays ?? -1) + 1, upToDays),
    value: count,
    label: String(count),
  }));
  return (
    <section className="dashboard-panel">
      <h2>{words.title}</h2>
      <BarList
        title={words.title}
        columns={[words.age, words.count]}
        bars={bars}
        most={Math.max(...bars.map(({ value }) => value))}
      />
    </section>
  );
}
