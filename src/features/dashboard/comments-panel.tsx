import type { Report } from '#domain/statistics/report.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';

/** What people wrote, the newest fives first. */
export function CommentsPanel({ comments }: Pick<Report, 'comments'>) {
  const { survey: words } = useMessages(dashboardWords);
  if (comments.length === 0) return null;
  return (
    <section className="dashboard-panel dashboard-wide">
      <h2>{words.comments}</h2>
      <ul className="dashboard-comments">
        {comments.map((comment, place) => (
          // Nothing tells two equal comments apart but their place.
          <li key={`${place} ${comment}`}>{comment}</li>
        ))}
      </ul>
    </section>
  );
}
