import { reasonCodeOf } from '#domain/office/reason-code.ts';
import type { ReasonCount, Report } from '#domain/statistics/report.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { reasonCodeWords } from '#i18n/sets/reason-code.ts';
import { BarList } from './bar-list.tsx';

/** Why applications were given back and refused, by the short list alone: what officials wrote may name somebody. */
export function ReasonsPanel({ reasons }: Pick<Report, 'reasons'>) {
  const { reasons: words } = useMessages(dashboardWords);
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ count }) => count));
  return (
    <section className="dashboard-panel" data-testid="dashboard-reasons">
      <h2>{words.title}</h2>
      {(['return', 'reject'] as const).map((action) => (
        <Reasons
          key={action}
          title={words[action]}
          most={most}
          reasons={reasons.filter((reason) => reason.action === action)}
        />
      ))}
    </section>
  );
}

function Reasons(props: { readonly title: string; readonly most: number; readonly reasons: readonly ReasonCount[] }) {
  const { title, most, reasons } = props;
  const { reasons: words } = useMessages(dashboardWords);
  const names = useMessages(reasonCodeWords);
  if (reasons.length === 0) return null;
  const bars = reasons.map(({ code, count }) => {
    const known = reasonCodeOf(code);
    return {
      key: String(code),
      name: known === undefined ? (code ?? words.none) : names[known],
      value: count,
      label: String(count),
    };
  });
  return (
    <>
      <h3>{title}</h3>
      <BarList title={title} columns={[words.reason, words.count]} bars={bars} most={most} />
    </>
  );
}
