import { useEffect, useState } from 'react';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskAction } from '#domain/desk/desk-decision.ts';
import { reasonsFor } from '#domain/office/reason-code.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMessages } from '#i18n/messages/id/desk.ts';
import { useObservable } from '#services/menu-context.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { allowedActions, isFinal, isOpen, needsReason } from './allowed-actions.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { DeskTroubleNotice } from './desk-trouble.tsx';
import { useDeciding } from './use-deciding.ts';
import type { Item } from './use-item.ts';
import type { useBegun } from './use-marks.ts';
import { useShortcuts } from './use-shortcuts.ts';

type ReasonedAction = 'return' | 'reject';

/** What this official may do now, by button and by key. What can't be taken back is asked twice. */
export function ItemActions(props: {
  readonly desk: DeskMenu;
  readonly item: Item;
  readonly seen: DeskCase;
  readonly roles: readonly string[];
  readonly accountId: string;
  readonly begun: ReturnType<typeof useBegun>;
  readonly back: () => void;
}) {
  const { desk, item, seen, roles, accountId, begun, back } = props;
  const words = useMessages(deskWords);
  const { actions, decide: say } = words;
  const allowed = allowedActions(seen.status, roles);
  const [panel, setPanel] = useState<ReasonedAction | null>(null);
  const [sure, setSure] = useState<DeskAction | null>(null);
  const deciding = useDeciding(desk, item, seen, begun, () => setPanel(null));
  const waits = useWaits(desk, item, seen.id, begun.forget);
  const isShut = waits || deciding.busy !== null;

  function choose(action: DeskAction): void {
    if (isShut) return;
    if (action === 'return' || action === 'reject') setPanel(action);
    else if (isFinal(action)) setSure(action);
    else void deciding.decide({ action });
  }
  function give(): void {
    if (panel === null) return;
    const decision = { action: panel, ...whyOf(begun, panel) };
    if (panel === 'reject') setSure('reject');
    else void deciding.decide({ ...decision, ...(begun.marks.all.length === 0 ? {} : { fields: begun.marks.all }) });
  }
  function confirm(): void {
    if (sure === null) return;
    setSure(null);
    void deciding.decide({ action: sure, ...(needsReason(sure) ? whyOf(begun, sure) : {}) });
  }
  const isMine = seen.assignee?.accountId === accountId;
  const claim = (): void => {
    if (isOpen(seen.status) && !isShut) void deciding.assign(isMine ? null : 'me');
  };
  const [next] = allowed.filter((action) => !needsReason(action));
  const onKey = (action: DeskAction | undefined) =>
    action !== undefined && allowed.includes(action) ? () => choose(action) : undefined;
  useShortcuts(
    compact({
      claim: isMine ? undefined : claim,
      process: onKey(next),
      return: onKey('return'),
      reject: onKey('reject'),
      refresh: item.reload,
      back: () => (panel === null ? back() : setPanel(null)),
    }),
  );

  return (
    <>
      <fieldset className="desk-actions" aria-label={actions.label} data-testid="desk-actions">
        {isOpen(seen.status) && (
          <Button variant="secondary" onClick={claim} busy={deciding.busy === 'assign'} data-testid="desk-claim">
            {isMine ? actions.release : seen.assignee === null ? actions.claim : actions.takeOver}{' '}
            {!isMine && <Key name="A" />}
          </Button>
        )}
        {allowed.map((action) => (
          <Button
            key={action}
            variant={action === next ? 'primary' : action === 'reject' ? 'quiet' : 'secondary'}
            className={action === 'reject' ? 'desk-reject' : undefined}
            aria-disabled={waits}
            aria-expanded={needsReason(action) ? panel === action : undefined}
            busy={deciding.busy === action}
            onClick={() => choose(action)}
            data-testid={`desk-${action}`}
          >
            {actionLabel(actions, action, seen)}{' '}
            <Key name={action === next ? 'P' : { return: 'R', reject: 'X' }[String(action)]} />
          </Button>
        ))}
        {allowed.length === 0 && <span className="desk-soft">{actions.none}</span>}
      </fieldset>
      {waits && <output className="desk-note">{say.waiting}</output>}
      {panel === null && <NotDone problem={deciding.problem} />}
      {panel !== null && (
        <DecisionPanel action={panel} begun={begun} isBusy={isShut} onSend={give} onClose={() => setPanel(null)}>
          <NotDone problem={deciding.problem} />
        </DecisionPanel>
      )}
      <Sure action={sure} seen={seen} onYes={confirm} onNo={() => setSure(null)} />
      <TakeOver
        name={deciding.takenBy}
        onNo={deciding.leave}
        onYes={() => {
          deciding.leave();
          void deciding.assign('me', true);
        }}
      />
    </>
  );
}

/** Where the person looks who has just tried. */
function NotDone({ problem }: { readonly problem: ReturnType<typeof useDeciding>['problem'] }) {
  const { decide: words } = useMessages(deskWords);
  if (problem === null) return null;
  if (problem !== 'invalid') return <DeskTroubleNotice kind={problem} />;
  return (
    <p className="desk-problem" role="alert">
      {words.invalid}
    </p>
  );
}

/** A short reason that was chosen for another action is none of this one. */
function whyOf({ reason, reasonCode }: ReturnType<typeof useBegun>, action: DeskAction) {
  const isOne = reasonCode !== null && reasonsFor(action).includes(reasonCode);
  return { reason: reason.trim(), ...(isOne ? { reasonCode } : {}) };
}

function Key({ name }: { readonly name: string | undefined }) {
  return name === undefined ? null : (
    <kbd className="desk-key" aria-hidden="true">
      {name}
    </kbd>
  );
}

/** A signer's "ready" is the signature, and theirs to give back. */
function actionLabel(words: DeskMessages['actions'], action: DeskAction, { status }: DeskCase): string {
  if (status !== 'awaiting_signature') return words[action];
  if (action === 'ready') return words.signed;
  return action === 'process' ? words.backToProcess : words[action];
}

function Sure(props: {
  readonly action: DeskAction | null;
  readonly seen: DeskCase;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { action, seen, onYes, onNo } = props;
  const { decide: words } = useMessages(deskWords);
  const kind =
    action === 'ready'
      ? seen.status === 'awaiting_signature'
        ? 'signed'
        : 'ready'
      : action === 'complete'
        ? 'complete'
        : 'reject';
  return (
    <Dialog
      open={action !== null}
      title={words.sure[kind]}
      onClose={onNo}
      actions={
        <>
          <Button variant={kind === 'reject' ? 'danger' : 'primary'} onClick={onYes} data-testid="desk-sure">
            {words.sureYes[kind]}
          </Button>
          <Button variant="quiet" onClick={onNo}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <p>{words.sureText}</p>
    </Dialog>
  );
}

function TakeOver(props: { readonly name: string | null; readonly onYes: () => void; readonly onNo: () => void }) {
  const { name, onYes, onNo } = props;
  const { decide: words } = useMessages(deskWords);
  return (
    <Dialog
      open={name !== null}
      title={words.takeOverTitle(name ?? '')}
      onClose={onNo}
      actions={
        <>
          <Button onClick={onYes} data-testid="desk-take-over">
            {words.takeOverYes}
          </Button>
          <Button variant="quiet" onClick={onNo}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <p>{words.takeOverText}</p>
    </Dialog>
  );
}

/** Whether a decision about this one is still to be heard by the office; shows how it ended when it was. */
function useWaits(desk: DeskMenu, item: Item, applicationId: string, forget: () => void): boolean {
  const all = useObservable(desk.waiting()).filter((one) => one.applicationId === applicationId);
  const ended = all.find((one) => one.ended !== null);
  useEffect(() => {
    if (ended === undefined || ended.ended === null) return;
    desk.seen(ended.decisionId);
    if (ended.ended.kind === 'decided') forget();
    const fresh = 'fresh' in ended.ended ? ended.ended.fresh : null;
    if (fresh === null) item.reload();
    else item.show(fresh, ended.ended.kind === 'decided' ? 'own' : 'others');
  }, [ended, desk, item, forget]);
  return all.some((one) => one.ended === null);
}

function compact<T extends object>(handlers: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const entries = Object.entries(handlers).filter(([, handler]) => handler !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
