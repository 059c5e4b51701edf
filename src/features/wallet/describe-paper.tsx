import { useState } from 'react';
import { parseDate } from '#domain/form/parse-date.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useMessages } from '#i18n/messages.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { showToast } from '#ui/toast-store.ts';
import { typedDay } from './day-text.ts';
import { WhoseField } from './whose-field.tsx';
import styles from './wallet.module.css';

/** Whose it is and how long it holds good, in the person's own words. */
export function DescribePaper({ wallet, paper }: { readonly wallet: WalletMenu; readonly paper: WalletPaper }) {
  const words = useMessages(walletScreenWords);
  const { gone } = useMessages(walletWords);
  const trouble = useMessages(troubleWords);
  const [whose, setWhose] = useState(paper.whose);
  const [until, setUntil] = useState(typedDay(paper.validUntil));
  const [wrong, setWrong] = useState(false);
  async function save(): Promise<void> {
    const validUntil = until.trim() === '' ? null : parseDate(until);
    setWrong(validUntil === null && until.trim() !== '');
    if (validUntil === null && until.trim() !== '') return;
    const result = await wallet.describe(paper.id, { whose: whose.trim(), validUntil });
    if (result.kind === 'saved') showToast({ message: words.saved });
    else showToast({ tone: 'alert', message: result.kind === 'gone' ? gone : trouble[result.reason] });
  }
  return (
    <div className={styles.fields}>
      <WhoseField value={whose} onChange={setWhose} />
      <TextField
        id="wallet-until"
        testId="wallet-until"
        label={words.until}
        help={words.untilHelp}
        optional={words.optional}
        inputMode="text"
        value={until}
        onChange={(typed) => {
          setUntil(typed);
          setWrong(false);
        }}
        {...(wrong ? { error: words.untilWrong } : {})}
      />
      <div>
        <Button variant="secondary" onClick={() => void save()} data-testid="wallet-save">
          {words.save}
        </Button>
      </div>
    </div>
  );
}
