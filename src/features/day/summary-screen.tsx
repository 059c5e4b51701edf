import { Printer } from 'lucide-react';
import { useState } from 'react';
import { daySummary } from '#domain/day/day-summary.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { type Day, useDay } from '#services/use-day.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PrintSheet } from '#ui/print-sheet.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useNow } from '#ui/use-now.ts';
import styles from './day.module.css';
import { countsText, summaryText } from './summary-text.ts';

/** /harian/ringkasan: a day in figures, to send to whoever counts them, or to print. */
export function SummaryScreen() {
  const words = useMessages(dayWords);
  const troubles = useMessages(troubleWords);
  const day = useDay(useNow());
  return (
    <Screen testId="day-summary" title={words.summary.title} lead={words.summary.lead} back="/harian">
      {day.state === 'loading' && <Skeleton rows={4} />}
      {day.state === 'failed' && (
        <Notice tone="alert" title={words.failedTitle} live="alert">
          {troubles[day.reason]}
        </Notice>
      )}
      {day.state === 'ready' && <Summary day={day.value} />}
    </Screen>
  );
}

function Summary({ day }: { readonly day: Day }) {
  const words = useMessages(dayWords);
  const { summary: say } = words;
  const formats = useFormats();
  const text = useLocalText();
  const [today] = useState(() => wibDate(Date.now()));
  const [chosen, setChosen] = useState(today);
  const days = new Map([[today, Date.parse(today)], ...day.rows.map(({ atMs }) => [wibDate(atMs), atMs] as const)]);
  const date = formats.date(days.get(chosen) ?? Date.parse(chosen));
  const summary = daySummary(day.rows, chosen);
  const message = summaryText(summary, { words, text, date });
  return (
    <>
      <SelectField
        id="summary-day"
        label={words.dayOf}
        none={formats.date(Date.parse(today))}
        value={chosen === today ? '' : chosen}
        choices={[...days]
          .filter(([value]) => value !== today)
          .map(([value, atMs]) => ({ value, label: formats.date(atMs) }))}
        onChange={(value) => setChosen(value === '' ? today : value)}
      />
      {summary.taken === 0 ? (
        <EmptyState title={say.nothing} />
      ) : (
        <>
          <Section title={say.heading(date)}>
            <Facts
              facts={[
                [say.taken, summary.taken],
                [say.sent, summary.sent],
                [say.received, summary.counts.received],
                [say.returned, summary.counts.returned],
                [say.waiting, summary.counts.waiting],
                [say.attention, summary.counts.attention],
                [say.draft, summary.counts.draft],
              ]}
            />
          </Section>
          <Section title={say.perService} level={3}>
            <Facts
              facts={summary.services.map(({ serviceName, counts }) => [text(serviceName), countsText(counts, words)])}
            />
          </Section>
          <Section title={say.numbers} level={3}>
            {summary.numbers.length === 0 ? (
              <p>{say.noNumbers}</p>
            ) : (
              <ul>
                {summary.numbers.map((number) => (
                  <li key={number}>{number}</li>
                ))}
              </ul>
            )}
          </Section>
          <div className={styles.actions}>
            <ShareButton label={say.share} text={message} fileName={`${chosen}.txt`} />
            <CopyButton text={message} label={say.copy} copied={say.copied} notCopied={say.notCopied} />
            <Button variant="secondary" icon={<Printer />} onClick={() => print()} data-testid="print">
              {say.print}
            </Button>
          </div>
          <PrintSheet title={`Ajukan · ${say.title}`}>
            <p>{message}</p>
          </PrintSheet>
        </>
      )}
    </>
  );
}
