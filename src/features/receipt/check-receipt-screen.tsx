import { useEffect, useState, type SubmitEvent } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { receiptWords } from '#i18n/sets/receipt.ts';
import type { ReceiptCheck, ReceiptsMenu } from '#services/receipts-menu.ts';
import { useReceipts } from '#services/use-receipts.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { CheckResult } from './check-result.tsx';
import styles from './receipt.module.css';

const IssuedForm = lazyPart(async () => (await import('./issued-form.tsx')).IssuedForm);

/** /periksa: anybody's phone says whether a receipt is the office's. A scanned code brings it in the address. */
export function CheckReceiptScreen() {
  const words = useMessages(receiptWords);
  const receipts = useReceipts();
  return (
    <Screen testId="check-receipt" title={words.checkTitle} lead={words.checkLead} back="/">
      {receipts === undefined && <Skeleton rows={3} />}
      {receipts === null && <Notice tone="alert" title={words.notLoaded} />}
      {receipts && <CheckReceipt receipts={receipts} />}
      <IssuedForm />
    </Screen>
  );
}

function CheckReceipt({ receipts }: { readonly receipts: ReceiptsMenu }) {
  const words = useMessages(receiptWords);
  const scanned = useLocation().hash.slice(1);
  const [text, setText] = useState('');
  /** Counted, so that the same text can be checked again once there is signal. */
  const [asked, setAsked] = useState({ text: scanned, turn: 0 });
  const [seen, setSeen] = useState(scanned);
  const [result, setResult] = useState<ReceiptCheck | null>(null);
  if (scanned !== seen) {
    setSeen(scanned);
    setAsked({ text: scanned, turn: 0 });
  }

  useEffect(() => {
    if (asked.text === '' && asked.turn === 0) return void receipts.refresh();
    let here = true;
    setResult(null);
    void receipts.check(asked.text).then((checked) => {
      if (here) setResult(checked);
    });
    return () => {
      here = false;
    };
  }, [receipts, asked]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(({ turn }) => ({ text: text.trim() || scanned, turn: turn + 1 }));
  }

  return (
    <>
      <div aria-live="polite">
        {(asked.text !== '' || asked.turn > 0) && result === null && <p>{words.checking}</p>}
        {result !== null && <CheckResult result={result} />}
      </div>
      <form className={styles.form} onSubmit={submit}>
        <TextField id="receipt-text" label={words.field} help={words.hint} value={text} onChange={setText} lines />
        <Button type="submit">{words.checkNow}</Button>
      </form>
    </>
  );
}
