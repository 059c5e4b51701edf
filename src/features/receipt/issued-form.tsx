import { useState, type SubmitEvent } from 'react';
import type { IssuedAnswer } from '#domain/application/given-result.ts';
import { useMessages } from '#i18n/messages.ts';
import { issuedWords } from '#i18n/sets/issued.ts';
import type { Menu } from '#services/menu.ts';
import { useLater } from '#services/use-later.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { IssuedResult } from './issued-result.tsx';
import styles from './receipt.module.css';

const open = async (menu: Menu) => (await (await menu.timelines())?.results()) ?? null;

/** Whether an office has given a document with this number. For anybody who holds one; nothing is kept. */
export function IssuedForm() {
  const words = useMessages(issuedWords);
  const menu = useLater(open);
  const [number, setNumber] = useState('');
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<IssuedAnswer | null>(null);
  const wanted = number.trim();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!menu || asking) return;
    setAnswer(null);
    setAsking(true);
    setAnswer(await menu.askIssued(wanted));
    setAsking(false);
  }

  return (
    <Section title={words.title}>
      <form onSubmit={(event) => void submit(event)} className={styles.form}>
        <TextField
          id="issued-number"
          label={words.field}
          help={words.hint}
          value={number}
          onChange={setNumber}
          testId="issued-number"
        />
        <Button type="submit" variant="secondary" disabled={wanted.length < 3} data-testid="issued-ask">
          {words.ask}
        </Button>
      </form>
      <div aria-live="polite">
        {menu === null && <Notice tone="alert">{words.notLoaded}</Notice>}
        {asking && <p>{words.asking}</p>}
        {answer !== null && <IssuedResult answer={answer} />}
      </div>
    </Section>
  );
}
