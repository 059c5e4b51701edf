import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { type Day, useDay } from '#services/use-day.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useNow } from '#ui/use-now.ts';
import { Batch } from './batch.tsx';
import { DayList } from './day-list.tsx';

/** /harian: what a field officer has made today and before, to find, sort and send together. */
export function DayScreen() {
  const words = useMessages(dayWords);
  const troubles = useMessages(troubleWords);
  const day = useDay(useNow());
  return (
    <Screen testId="day" title={words.title} lead={words.lead} back="/permohonan">
      {day.state === 'loading' && <Skeleton rows={6} />}
      {day.state === 'failed' && (
        <Notice tone="alert" title={words.failedTitle} live="alert">
          {troubles[day.reason]}
        </Notice>
      )}
      {day.state === 'ready' && <Work day={day.value} />}
    </Screen>
  );
}

function Work({ day }: { readonly day: Day }) {
  const words = useMessages(dayWords);
  const [choosing, setChoosing] = useState(false);
  if (day.rows.length === 0) {
    return (
      <EmptyState title={words.empty.title} actions={<ButtonLink href="/">{words.empty.action}</ButtonLink>}>
        {words.empty.text}
      </EmptyState>
    );
  }
  const drafts = day.rows.filter(({ state }) => state === 'draft');
  if (choosing) return <Batch drafts={drafts} onStop={() => setChoosing(false)} />;
  return <DayList day={day} {...(drafts.length > 0 ? { onChoose: () => setChoosing(true) } : {})} />;
}
