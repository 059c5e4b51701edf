import { useState } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, SessionsEnded } from '#services/menu-account.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { CheckField } from '#ui/fields/check-field.tsx';

/** "HP itu hilang": signed out at once, and emptied when it is next in contact. */
export function LostPhone(props: {
  readonly door: AccountDoor;
  readonly deviceId: string;
  /** Shows that it is under way, and what came of it. */
  readonly end: (work: () => Promise<SessionsEnded>, done: string) => Promise<void>;
}) {
  const { lost: words } = useMessages(accountWords).sessions;
  const [asking, setAsking] = useState(false);
  const [alsoSealed, setAlsoSealed] = useState(false);

  async function order() {
    setAsking(false);
    await props.end(
      () => props.door.orderWipe(props.deviceId, alsoSealed ? 'delete' : 'keep-sealed'),
      currentMessages(accountWords).sessions.lost.done,
    );
  }

  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)} data-testid="phone-lost">
        {words.start}
      </Button>
      <Dialog
        open={asking}
        title={words.title}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="danger" onClick={() => void order()} data-testid="confirm-phone-lost">
              {words.confirm}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </>
        }
      >
        <p>{words.now}</p>
        <p>{words.later}</p>
        <p>{words.unsent}</p>
        <CheckField label={words.alsoSealed} checked={alsoSealed} onChange={setAlsoSealed} />
      </Dialog>
    </>
  );
}
