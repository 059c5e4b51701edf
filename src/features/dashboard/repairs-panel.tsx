import type { Report } from '#domain/statistics/report.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { BarList } from './bar-list.tsx';
import { useServiceName } from './use-service-name.ts';

const shown = 8;

/** What people most often had to do again. */
export function RepairsPanel({ repairs }: Pick<Report, 'repairs'>) {
  const { repairs: words } = useMessages(dashboardWords);
  const nameOf = useServiceName();
  if (repairs.length === 0) return null;
  const bars = repairs.slice(0, shown).map(({ serviceId, field, count }) => ({
    name: `${nameOf(serviceId)} · ${field
      .split('/')
      .filter((part) => part !== '' && part !== 'documents')
      .join(' ')}`,
    value: count,
    label: String(count),
  }));
  return (
    <section className="dashboard-panel">
      <h2>{words.title}</h2>
      <BarList title={words.title} columns={[words.field, words.count]} bars={bars} most={bars[0]?.value ?? 0} />
    </section>
  );
}
