import { useMemo } from 'react';
import { pointerNames } from '#domain/service/pointer-names.ts';
import type { Report } from '#domain/statistics/report.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { BarList } from './bar-list.tsx';
import { useServiceName } from './use-service-name.ts';

const shown = 8;

/** What people most often had to do again. */
export function RepairsPanel({ repairs }: Pick<Report, 'repairs'>) {
  const { repairs: words } = useMessages(dashboardWords);
  if (repairs.length === 0) return null;
  const bars = repairs.slice(0, shown).map(({ serviceId, field, count }) => ({
    key: `${serviceId} ${field}`,
    name: <Marked serviceId={serviceId} field={field} />,
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

/** As the form calls it; under its service's name. */
function Marked({ serviceId, field }: { readonly serviceId: string; readonly field: string }) {
  const { catalogue } = useMenu();
  const text = useLocalText();
  const nameOf = useServiceName();
  const found = useLive(useMemo(() => catalogue.service(serviceId), [catalogue, serviceId]));
  const [name] = pointerNames([field], found.state === 'ready' ? found.value : null);
  return (
    <>
      {name === undefined ? field : text(name)}
      <span className="dashboard-small">{nameOf(serviceId)}</span>
    </>
  );
}
