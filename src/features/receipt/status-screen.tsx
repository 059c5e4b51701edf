import { useEffect, useState, type SubmitEvent } from 'react';
import { useLocation } from 'react-router';
import type { LookupResult } from '#domain/application/looked-up-status.ts';
import { readStatusLink, type StatusKey } from '#domain/application/status-link.ts';
import { useMessages } from '#i18n/messages.ts';
import { statusLookupWords } from '#i18n/sets/status-lookup.ts';
import type { Menu } from '#services/menu.ts';
import type { TimelinesMenu } from '#services/timelines-menu.ts';
import { useLater } from '#services/use-later.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { LookupAnswer } from './lookup-answer.tsx';
import styles from './receipt.module.css';

const open = (menu: Menu) => menu.timelines();

/** /status: where an application is, for anybody with its receipt. A scanned code brings number and secret along. */
export function StatusScreen() {
  const words = useMessages(statusLookupWords);
  const timelines = useLater(open);
  const { hash } = useLocation();
  return (
    <Screen testId="status-lookup" title={words.title} lead={words.lead} back="/">
      {timelines === undefined && <Skeleton rows={3} />}
      {timelines === null && <Notice tone="alert" title={words.notLoaded} />}
      {timelines && <LookUp key={hash} timelines={timelines} scanned={readStatusLink(hash)} />}
    </Screen>
  );
}

interface LookUpProps {
  readonly timelines: TimelinesMenu;
  readonly scanned: StatusKey | undefined;
}

function LookUp({ timelines, scanned }: LookUpProps) {
  const words = useMessages(statusLookupWords);
  const [number, setNumber] = useState(scanned?.registrationNumber ?? '');
  const [secret, setSecret] = useState(scanned?.secret ?? '');
  /** A new object each time, so that the same can be asked again. */
  const [asked, setAsked] = useState(scanned);
  const [result, setResult] = useState<{ readonly told: LookupResult; readonly atMs: number } | null>(null);

  useEffect(() => {
    if (asked === undefined) return;
    let here = true;
    setResult(null);
    void timelines.lookUp(asked).then((told) => {
      if (here) setResult({ told, atMs: Date.now() });
    });
    return () => {
      here = false;
    };
  }, [timelines, asked]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const pasted = readStatusLink(secret);
    setAsked(pasted ?? { registrationNumber: number.trim(), secret: secret.trim() });
  }

  return (
    <>
      <div aria-live="polite">
        {asked !== undefined && result === null && <p>{words.asking}</p>}
        {result !== null && <LookupAnswer told={result.told} atMs={result.atMs} />}
      </div>
      <form onSubmit={submit} className={styles.form}>
        <TextField
          id="status-number"
          label={words.number}
          help={words.numberHint}
          value={number}
          onChange={setNumber}
          testId="status-number"
        />
        <TextField
          id="status-secret"
          label={words.secret}
          help={words.secretHint}
          value={secret}
          onChange={setSecret}
          testId="status-secret"
        />
        <Button type="submit" disabled={secret.trim() === ''} data-testid="status-ask">
          {words.ask}
        </Button>
      </form>
    </>
  );
}
