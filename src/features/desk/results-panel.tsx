import { FileCheck, PackageCheck } from 'lucide-react';
import type { CaseResult, DeskCase } from '#domain/desk/desk-case.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { Button } from '#ui/button.tsx';
import { newDraft, ResultForm } from './result-form.tsx';
import type { useBegun } from './use-marks.ts';

const takesResults: readonly string[] = ['in_process', 'awaiting_signature', 'ready'];

/** What the applicant gets: documents, and where to fetch what is on paper. */
export function ResultsPanel(props: {
  readonly desk: DeskMenu;
  readonly seen: DeskCase;
  readonly roles: readonly string[];
  readonly begun: ReturnType<typeof useBegun>;
  readonly onGiven: (fresh: DeskCase) => void;
  readonly onOutdated: () => void;
}) {
  const { desk, seen, roles, begun, onGiven, onOutdated } = props;
  const { item, result: words } = useMessages(deskWords);
  const mayAdd = takesResults.includes(seen.status) && roles.length > 0;
  const draft = begun.result;
  const isAdding = draft !== null;
  const close = (): void => {
    begun.setResult(null);
    begun.setFile(null);
  };
  if (seen.results.length === 0 && !mayAdd && !isAdding) return null;
  return (
    <section className="desk-panel" aria-labelledby="desk-results">
      <h2 id="desk-results">{item.results}</h2>
      {seen.results.length === 0 && !isAdding && <p className="desk-soft">{words.none}</p>}
      <ul className="desk-results">
        {seen.results.map((one) => (
          <li key={one.id}>
            <Line result={one} />
          </li>
        ))}
      </ul>
      {mayAdd && !isAdding && (
        <Button
          variant="secondary"
          onClick={() => begun.setResult(newDraft(desk.newResultId()))}
          data-testid="desk-add-result"
        >
          {words.add}
        </Button>
      )}
      {draft !== null && (
        <ResultForm
          {...{ desk, seen, draft, begun }}
          onOutdated={onOutdated}
          onClose={close}
          onGiven={(fresh) => {
            close();
            if (fresh !== null) onGiven(fresh);
          }}
        />
      )}
    </section>
  );
}

function Line({ result }: { readonly result: CaseResult }) {
  const { result: words } = useMessages(deskWords);
  const formats = useFormats();
  const { kind, title, number, pickup } = result;
  return (
    <>
      {kind === 'file' ? <FileCheck /> : <PackageCheck />}
      <span>
        <strong>{title}</strong>
        {number !== null && ` · ${number}`}
        {pickup !== null && (
          <span className="desk-soft">
            {words.pickupAt(pickup.place, formats.date(Date.parse(pickup.from)))}
            {pickup.until !== null && ` ${words.pickupUntil(formats.date(Date.parse(pickup.until)))}`}
            {pickup.bring !== null && ` · ${words.pickupBring(pickup.bring)}`}
          </span>
        )}
      </span>
    </>
  );
}
