import { useState } from 'react';
import { useLocation } from 'react-router';
import { reportQuery, type Report, type ReportFilter, timeProblem } from '#domain/statistics/report.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { useStatistics } from '#services/use-statistics.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ArrivalsPanel } from './arrivals-panel.tsx';
import { BacklogPanel } from './backlog-panel.tsx';
import { CommentsPanel } from './comments-panel.tsx';
// A sheet of its own: the app's one sheet is fetched by every citizen.
import sheet from './dashboard.css?url';
import { FigureTiles } from './figure-tiles.tsx';
import { FilterBar } from './filter-bar.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { RepairsPanel } from './repairs-panel.tsx';
import { SurveyPanel } from './survey-panel.tsx';
import { useFilter } from './use-filter.ts';

/** /meja/kinerja: how an office works, for its head. What is chosen stands in the address. */
export function DashboardScreen() {
  const words = useMessages(dashboardWords);
  const { pathname, search } = useLocation();
  const { filter, choose } = useFilter();
  const [round, setRound] = useState(0);
  const problem = timeProblem(filter);
  const read = useStatistics(problem === null ? filter : null, round);
  return (
    <div className="dashboard" data-testid="dashboard">
      <link rel="stylesheet" href={sheet} precedence="desk" />
      <header className="dashboard-head">
        <a href="/meja">{words.desk}</a>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <FilterBar
        filter={filter}
        problem={problem}
        services={servicesOf(read?.kind === 'read' ? read.report : null)}
        onChoose={choose}
      />
      {problem === null && read === undefined && <Skeleton rows={6} />}
      {problem === null && read !== undefined && read.kind !== 'read' && (
        <Notice
          tone="alert"
          live="status"
          actions={
            read.kind === 'signed-out' ? (
              <ButtonLink href={`/akun?${new URLSearchParams({ kembali: pathname + search }).toString()}`}>
                {words.troubles['signed-out']}
              </ButtonLink>
            ) : (
              <Button variant="secondary" onClick={() => setRound(round + 1)}>
                {words.again}
              </Button>
            )
          }
        >
          {words.troubles[read.kind]}
        </Notice>
      )}
      {problem === null && read?.kind === 'read' && <Panels report={read.report} filter={filter} />}
    </div>
  );
}

function Panels({ report, filter }: { readonly report: Report; readonly filter: ReportFilter }) {
  const words = useMessages(dashboardWords);
  if (report.byPlace.length === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
  const file = `/v1/statistics/export?${reportQuery(filter)}`;
  return (
    <>
      <FigureTiles figures={report.all} />
      <div className="dashboard-panels">
        <ArrivalsPanel report={report} />
        <BacklogPanel backlog={report.backlog} />
        <SurveyPanel report={report} />
        <ReasonsPanel reasons={report.reasons} />
        <RepairsPanel repairs={report.repairs} />
        <CommentsPanel comments={report.comments} />
      </div>
      <PlacesPanel places={report.byPlace} filter={filter} />
      <p className="dashboard-files">
        <ButtonLink href={`${file}&format=csv`} download variant="secondary">
          {words.export.csv}
        </ButtonLink>
        <ButtonLink href={`${file}&format=xlsx`} download variant="secondary">
          {words.export.xlsx}
        </ButtonLink>
        <Button variant="quiet" onClick={() => print()}>
          {words.export.print}
        </Button>
      </p>
    </>
  );
}

function servicesOf(report: Report | null): readonly string[] {
  return [...new Set(report?.byPlace.map(({ serviceId }) => serviceId))].toSorted();
}
