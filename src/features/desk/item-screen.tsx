import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { Account } from '#services/menu.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { allowedActions } from './allowed-actions.ts';
import { AnswersPanel } from './answers-panel.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { useTabTitle } from './desk-frame.tsx';
import { DeskTroubleNotice } from './desk-trouble.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemHead } from './item-head.tsx';
import { PapersPanel } from './papers-panel.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { type Item, useDefinition, useItem } from './use-item.ts';
import { useBegun } from './use-marks.ts';
import { noteInQueue } from './use-queue.ts';
import { listAway } from './work.ts';

interface Props {
  readonly desk: DeskMenu;
  readonly applicationId: string;
  readonly who: Account;
  readonly roles: readonly string[];
}

/** One application at a glance: what was answered, the papers beside it, and what can be done now. */
export function ItemScreen({ desk, applicationId, who, roles }: Props) {
  const { item: words } = useMessages(deskWords);
  const item = useItem(desk, applicationId);
  const definition = useDefinition(item.seen?.serviceId);
  const back = useBack();
  useTabTitle(words.loading);
  useEffect(() => {
    if (item.seen !== null) noteInQueue(item.seen);
  }, [item.seen]);
  if (item.seen === null) {
    return (
      <div className="desk-item">
        <h1 className="desk-item-title">{words.loading}</h1>
        {item.trouble === null ? (
          <Skeleton rows={8} shape="row" />
        ) : (
          <DeskTroubleNotice kind={item.trouble} onAgain={item.reload} />
        )}
        <p>
          <button type="button" className="desk-link" onClick={back}>
            {words.back}
          </button>
        </p>
      </div>
    );
  }
  if (definition === undefined) return <Skeleton rows={8} shape="row" />;
  return <Read {...{ desk, item, seen: item.seen, definition, who, roles, back }} />;
}

function Read(props: {
  readonly desk: DeskMenu;
  readonly item: Item;
  readonly seen: DeskCase;
  readonly definition: ServiceDefinition | null;
  readonly who: Account;
  readonly roles: readonly string[];
  readonly back: () => void;
}) {
  const { desk, item, seen, definition, who, roles, back } = props;
  const { old } = useMessages(deskWords);
  const formats = useFormats();
  const begun = useBegun(`${who.accountId} ${seen.id}`);
  const mayReturn = allowedActions(seen.status, roles).includes('return');
  const marks = mayReturn ? begun.marks : null;
  return (
    <div className="desk-item" data-testid="desk-item" data-status={seen.status} data-version={seen.version}>
      <ItemHead seen={seen} definition={definition} accountId={who.accountId} onBack={back} />
      <div aria-live="polite" className="desk-notes">
        {item.oldSinceMs !== null && <p className="desk-note">{old(formats.time(item.oldSinceMs))}</p>}
        {item.trouble !== null && <DeskTroubleNotice kind={item.trouble} onAgain={item.reload} />}
      </div>
      {item.changed !== null && (
        <ChangedNotice
          changed={item.changed}
          definition={definition}
          hasReason={begun.reason !== ''}
          onDismiss={item.dismissChanged}
        />
      )}
      <ItemActions
        // A closed panel stays closed under another status.
        key={seen.status}
        {...{ desk, item, seen, roles, begun, back, accountId: who.accountId }}
      />
      <div className="desk-columns">
        <div className="desk-column">
          <AnswersPanel {...{ desk, seen, definition, marks }} onOtherVersion={() => item.reload()} />
          <ResultsPanel
            {...{ desk, seen, roles, begun }}
            onGiven={(fresh) => item.show(fresh, 'own')}
            onOutdated={() => item.reload()}
          />
          <HistoryPanel seen={seen} definition={definition} />
        </div>
        <PapersPanel desk={desk} seen={seen} definition={definition} marks={marks} />
      </div>
    </div>
  );
}

/** To the list as it was left, or to the whole list for who came here by a link. */
function useBack(): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  return useCallback(() => {
    const away = listAway();
    if (away !== null) void navigate(away.address, { state: { search: away.search } });
    else void (key === 'default' ? navigate('/meja') : navigate(-1));
  }, [key, navigate]);
}
