import { LogOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isStopped } from '#domain/application/is-stopped.ts';
import { showPhone } from '#domain/identity/phone.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { Account } from '#services/menu.ts';
import type { AccountDoor, AccountTrouble } from '#services/menu-account.ts';
import { useAccountDoor } from '#services/use-account-door.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useOutboxCounts } from '#services/outbox-list.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './account.module.css';
import { ChangeNumber } from './change-number.tsx';
import { Sessions } from './sessions.tsx';
import { useProfile } from './use-profile.ts';

/** Of a field officer only. */
const HandOverCheck = lazyPart(async () => (await import('./hand-over-check.tsx')).HandOverCheck);

/** Whose phone this is for the office, and everything that can be done about it. */
export function SignedIn({ account }: { readonly account: Account }) {
  const door = useAccountDoor();
  return (
    <>
      <Card className={styles.card}>
        <WhoIsIn account={account} door={door ?? null} />
      </Card>
      {door !== null && door !== undefined && <AtTheOffice door={door} account={account} />}
    </>
  );
}

/** What only the office knows: the number, and where else the account is open. */
function AtTheOffice({ door, account }: { readonly door: AccountDoor; readonly account: Account }) {
  const words = useMessages(accountWords);
  const { profile, reload } = useProfile(door, account);
  const [changing, setChanging] = useState<'not-yet' | 'now' | 'done'>('not-yet');
  if (profile === null) return <Skeleton rows={2} shape="row" />;
  if (profile.kind !== 'read') {
    return (
      <>
        <p className={styles.soft}>{words.office[profile.kind]}</p>
        {profile.kind !== 'sign-in-needed' && (
          <Button variant="secondary" onClick={reload} data-testid="profile-again">
            {words.office.again}
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      {/* Officials come from the office's provider, and have no number here. */}
      {profile.phone !== null && (
        <Section title={words.change.title}>
          <Card className={styles.card}>
            <strong className={styles.name}>{showPhone(profile.phone)}</strong>
            {changing === 'now' ? (
              <ChangeNumber
                door={door}
                phone={profile.phone}
                onDone={() => {
                  setChanging('done');
                  reload();
                }}
              />
            ) : (
              <Button
                variant="secondary"
                autoFocus={changing === 'done'}
                onClick={() => setChanging('now')}
                data-testid="change-number"
              >
                {words.change.start}
              </Button>
            )}
          </Card>
        </Section>
      )}
      <Sessions door={door} sessions={profile.sessions} lost={profile.lost} onChanged={reload} />
    </>
  );
}

function WhoIsIn({ account, door }: { readonly account: Account; readonly door: AccountDoor | null }) {
  const { signedIn: words, trouble: troubles } = useMessages(accountWords);
  const { map } = useMenu();
  const counts = useOutboxCounts();
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState<'still-goes' | 'stays' | null>(null);
  const [trouble, setTrouble] = useState<AccountTrouble | null>(null);

  const [sendsOn, setSendsOn] = useState(false);
  const goesOn = useIsAnyGoing() && sendsOn;

  async function ask() {
    setSendsOn((await door?.sendsOn()) ?? false);
    // Only now: what the buttons mean does not change under a finger.
    setAsking(true);
  }

  async function leave(waiting: 'still-goes' | 'stays') {
    if (door === null) return;
    setLeaving(waiting);
    setTrouble(null);
    const result = await door.signOut(waiting);
    if (result.kind !== 'signed-out') {
      setLeaving(null);
      setTrouble(result);
      return;
    }
    // Where somebody looked on a map is a trace of theirs, and comes from the office again.
    const forgotten = map().then((shown) => shown?.forget());
    // Going to another page ends what is not done.
    if (result.goTo !== null) await forgotten.catch(() => undefined);
    // Whoever takes this phone next would be let in there without a password.
    if (result.goTo !== null) location.assign(result.goTo);
    showToast({ message: currentMessages(accountWords).signedIn.done });
  }

  return (
    <>
      <p>
        <span className={styles.soft}>{words.as}</span>
        <strong className={styles.name}>{account.name}</strong>
      </p>
      <ButtonLink href="/permohonan" variant="secondary" wide>
        {words.back}
      </ButtonLink>
      <Button variant="quiet" icon={<LogOut />} onClick={() => void ask()} data-testid="sign-out">
        {words.signOut}
      </Button>
      <Dialog
        open={asking}
        title={words.confirmTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              busy={leaving === (goesOn ? 'still-goes' : 'stays')}
              onClick={() => void leave(goesOn ? 'still-goes' : 'stays')}
              data-testid="confirm-sign-out"
            >
              {goesOn ? words.confirmGoesOn : words.confirm}
            </Button>
            {goesOn && (
              <Button
                variant="secondary"
                busy={leaving === 'stays'}
                onClick={() => void leave('stays')}
                data-testid="sign-out-and-hold"
              >
                {words.confirmStays}
              </Button>
            )}
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </>
        }
      >
        {account.roles?.includes('pendamping') === true ? (
          <HandOverCheck goesOn={goesOn} />
        ) : (
          <Kept unsent={counts?.unsent ?? null} goesOn={goesOn} />
        )}
        {trouble !== null && (
          <Notice tone="alert" live="alert">
            {troubles[trouble.kind]}
          </Notice>
        )}
      </Dialog>
    </>
  );
}

/** Whether something would go out after a sign-out: not what its resident has stopped, and no withdrawal. */
function useIsAnyGoing(): boolean {
  const menu = useMenu();
  const waiting = useLive(useMemo(() => menu.outbox.waiting(), [menu]));
  if (waiting.state !== 'ready') return false;
  const { items, isAll } = waiting.value;
  return !isAll || items.some(({ entry }) => !isStopped(entry) && entry.about?.kind !== 'withdrawal');
}

function Kept({ unsent, goesOn }: { readonly unsent: number | null; readonly goesOn: boolean }) {
  const { signedIn: words } = useMessages(accountWords);
  if (unsent === null) return <p>{words.unknown}</p>;
  if (unsent === 0) return <p>{words.nothingWaiting}</p>;
  return (
    <>
      <p>{words.kept(unsent)}.</p>
      <p>{goesOn ? words.goesOnText : words.keptText}</p>
    </>
  );
}
