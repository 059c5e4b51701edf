import { useRef, useState } from 'react';
import { useFormats } from '#i18n/format.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, LostLine, SessionLine, SessionsEnded } from '#services/menu-account.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';
import { useNow } from '#ui/use-now.ts';
import styles from './account.module.css';
import { LostPhone } from './lost-phone.tsx';
import { sayRefusal } from './say-refusal.ts';

export interface SessionsProps {
  readonly door: AccountDoor;
  readonly sessions: readonly SessionLine[];
  readonly lost: readonly LostLine[];
  readonly onChanged: () => void;
}

/** Where this account is open, and how to shut it from afar. */
export function Sessions({ door, sessions, lost, onChanged }: SessionsProps) {
  const all = useMessages(accountWords);
  const { sessions: words } = all;
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);

  async function end(what: string, work: () => Promise<SessionsEnded>, done?: string) {
    setBusy(what);
    setRefusal(null);
    const result = await work();
    setBusy(null);
    if (result.kind !== 'ended') {
      setRefusal(sayRefusal(all, result));
      return;
    }
    showToast({ message: done ?? currentMessages(accountWords).sessions.done });
    // The row goes with its button; the list stays.
    list.current?.focus();
    onChanged();
  }

  const others = sessions.filter(({ current }) => !current);
  return (
    <Section title={words.title}>
      <Card className={styles.card}>
        {others.some(({ isNew }) => isNew) && <p>{words.newText}</p>}
        <ul ref={list} className={styles.sessions} tabIndex={-1} aria-label={words.title}>
          {sessions.map((session) => (
            <li key={session.id} className={styles.session} data-testid="session">
              <SessionName session={session} />
              {!session.current && session.deviceId !== null && (
                <LostPhone door={door} deviceId={session.deviceId} end={(work, done) => end(session.id, work, done)} />
              )}
              {!session.current && (
                <Button
                  variant="secondary"
                  busy={busy === session.id}
                  onClick={() => void end(session.id, () => door.endSession(session.id))}
                >
                  {words.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {lost.map((phone) => (
          <LostName key={`${phone.deviceId} ${phone.orderedAtMs}`} phone={phone} />
        ))}
        {refusal !== null && (
          <Notice tone="alert" live="alert">
            {refusal}
          </Notice>
        )}
        {others.length > 1 && (
          <Button
            variant="quiet"
            busy={busy === 'others'}
            onClick={() => void end('others', () => door.endOtherSessions())}
          >
            {words.endOthers}
          </Button>
        )}
      </Card>
    </Section>
  );
}

function SessionName({ session }: { readonly session: SessionLine }) {
  const { sessions: words } = useMessages(accountWords);
  const formats = useFormats();
  const nowMs = useNow();
  return (
    <span>
      <strong>{session.device === '' ? words.unknown : session.device}</strong>{' '}
      {session.current && <Badge tone="success">{words.here}</Badge>}
      {session.isNew && <Badge tone="waiting">{words.isNew}</Badge>}
      {session.sendsOnly && <span className={styles.soft}>{words.sendsOnly} </span>}
      <span className={styles.soft}>{words.lastSeen(formats.ago(session.lastSeenAtMs, nowMs))}</span>
    </span>
  );
}

/** Whether the order has reached it: what lay there is in somebody's hands until then. */
function LostName({ phone: { device, orderedAtMs, doneAtMs } }: { readonly phone: LostLine }) {
  const { sessions: words } = useMessages(accountWords);
  const formats = useFormats();
  const { lost } = words;
  return (
    <p data-testid="lost-phone" data-done={doneAtMs !== null}>
      <strong>{device === '' ? words.unknown : device}</strong>{' '}
      <Badge tone={doneAtMs === null ? 'waiting' : 'success'}>{lost.reported(formats.date(orderedAtMs))}</Badge>{' '}
      <span className={styles.soft}>{doneAtMs === null ? lost.notYet : lost.emptied(formats.dateTime(doneAtMs))}</span>
    </p>
  );
}
