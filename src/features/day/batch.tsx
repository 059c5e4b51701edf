import { Send } from 'lucide-react';
import { useState } from 'react';
import type { DayRow } from '#domain/day/day-row.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { BatchLine } from './batch-line.tsx';
import styles from './day.module.css';
import { type Checks, useChecks } from './use-checks.ts';
import { useSendAll } from './use-send-all.ts';

/** Many complete drafts, one Kirim. Each that can't go says why on its own line. */
export function Batch({ drafts, onStop }: { readonly drafts: readonly DayRow[]; readonly onStop: () => void }) {
  const { batch: words } = useMessages(dayWords);
  const { checks, isReady } = useChecks(drafts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { sending, problems, send } = useSendAll();
  const complete = drafts.filter(({ id }) => checks.get(id)?.kind === 'complete').map(({ id }) => id);
  const picked = complete.filter((id) => chosen.includes(id));
  const isWhole = picked.length === complete.length;

  async function sendPicked(): Promise<void> {
    const left = await send(picked);
    setChosen([]);
    // With nothing to repair there is nothing to stay for.
    if (left === 0) onStop();
  }

  const stop = (
    <Button variant="quiet" onClick={onStop} data-testid="batch-stop">
      {words.stop}
    </Button>
  );
  if (drafts.length === 0) return <EmptyState title={words.noDrafts} actions={stop} />;
  return (
    <>
      <div className={styles.actions}>
        {complete.length > 0 && (
          <Button variant="secondary" data-testid="batch-all" onClick={() => setChosen(isWhole ? [] : complete)}>
            {isWhole ? words.chooseNone : words.chooseAll}
          </Button>
        )}
        {stop}
      </div>
      {!isReady && <Progress label={words.checking} value={checks.size} max={drafts.length} />}
      {problems.size > 0 && (
        <Notice tone="alert" live="alert">
          {words.notDone(problems.size)}
        </Notice>
      )}
      <List label={words.start}>
        {drafts.map((row) => (
          <BatchLine
            key={row.id}
            row={row}
            check={problems.get(row.id) ?? checks.get(row.id)}
            isChosen={chosen.includes(row.id)}
            onChoose={(isChosen) =>
              setChosen(isChosen ? [...chosen, row.id] : chosen.filter((other) => other !== row.id))
            }
          />
        ))}
      </List>
      <div className={styles.bar}>
        <Total ids={picked} checks={checks} />
        {sending === null ? (
          <Button
            icon={<Send />}
            wide
            disabled={picked.length === 0}
            onClick={() => void sendPicked()}
            data-testid="batch-send"
          >
            {words.send(picked.length)}
          </Button>
        ) : (
          <Progress label={words.sending(sending.done, sending.all)} value={sending.done} max={sending.all} />
        )}
      </div>
    </>
  );
}

function Total({ ids, checks }: { readonly ids: readonly string[]; readonly checks: Checks }) {
  const { batch: words } = useMessages(dayWords);
  const formats = useFormats();
  let [papers, bytes] = [0, 0];
  for (const id of ids) {
    const check = checks.get(id);
    if (check?.kind !== 'complete') continue;
    papers += check.papers;
    bytes += check.bytes;
  }
  return (
    <div aria-live="polite" data-testid="batch-total">
      <p>{ids.length === 0 ? words.chosen(0) : words.total(ids.length, papers, formats.bytes(bytes))}</p>
      {ids.length > 0 && <p className={styles.soft}>{words.notice}</p>}
    </div>
  );
}
