import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor } from '#services/menu-account.ts';
import { useAccountDoor } from '#services/use-account-door.ts';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './account.module.css';
import { CodeStep } from './code-step.tsx';
import { NumberStep } from './number-step.tsx';
import { OfficialSignIn } from './official-sign-in.tsx';
import { OnTheWay } from './on-the-way.tsx';
import { returnPath } from './return-path.ts';
import { sayRefusal } from './say-refusal.ts';

/** Needed for sending only. */
export function SignInForm() {
  const { signIn: words, doorShut } = useMessages(accountWords);
  const door = useAccountDoor();
  return (
    <>
      <OnTheWay title={words.waiting} text={words.waitingText} />
      {door === undefined && <Skeleton rows={2} />}
      {door === null && (
        <Notice tone="alert" live="alert">
          {doorShut}
        </Notice>
      )}
      {door !== null && door !== undefined && (
        <Card className={styles.card} data-testid="sign-in-form">
          <Steps door={door} />
        </Card>
      )}
      {door !== null && door !== undefined && <OfficialSignIn door={door} />}
    </>
  );
}

/** First the number, then the code; whoever comes back in between goes on with the code. */
function Steps({ door }: { readonly door: AccountDoor }) {
  const words = useMessages(accountWords);
  const navigate = useNavigate();
  const { search } = useLocation();
  const [asked, setAsked] = useState(() => door.waitingFor());
  const [wantsOther, setWantsOther] = useState(false);

  async function enter(code: string): Promise<string | null> {
    const result = await door.enter(code);
    if (result.kind !== 'signed-in') return sayRefusal(words, result);
    showToast({ message: currentMessages(accountWords).signIn.done });
    const back = returnPath(new URLSearchParams(search).get('kembali'));
    if (back !== null) await navigate(back, { replace: true });
    return null;
  }

  if (asked === null) {
    return (
      <>
        <p>{words.signIn.lead}</p>
        <NumberStep
          door={door}
          purpose="sign-in"
          label={words.signIn.number}
          autoFocus={wantsOther}
          onAsked={setAsked}
        />
      </>
    );
  }
  return (
    <CodeStep
      door={door}
      asked={asked}
      purpose="sign-in"
      onCode={enter}
      onAsked={setAsked}
      onOtherNumber={() => {
        door.forgetCode();
        setAsked(null);
        setWantsOther(true);
      }}
    />
  );
}
