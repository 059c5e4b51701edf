import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { newsWords } from '#i18n/sets/news.ts';
import { useObservable } from '#services/menu-context.ts';
import { newsPreference } from '#services/news-preference.ts';
import type { NewsState } from '#services/push-menu.ts';
import { useNews } from '#services/use-news.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Said by itself, because the person would wait for a sound that never comes. */
const saidAtOnce: readonly NewsState[] = ['refused', 'install-first', 'unsupported'];

/** After the first Kirim, and never before: whoever has handed something in may want to hear of it. */
export function NewsCard() {
  const words = useMessages(newsWords);
  const news = useNews();
  const choice = useObservable(newsPreference);
  const [reached, setReached] = useState<NewsState | null>(null);
  const { state } = news;
  if (reached !== null && reached !== 'off')
    return (
      <Notice tone={reached === 'on' ? 'success' : 'neutral'} live="status">
        <span data-testid="news-reached">{reached === 'on' ? words.isOn : words.why[reached]}</span>
      </Notice>
    );
  if (choice === 'later' || state === null) return null;
  const later = (
    <Button variant="quiet" onClick={() => newsPreference.set('later')} data-testid="news-later">
      {words.later}
    </Button>
  );
  if (saidAtOnce.includes(state))
    return (
      <Notice tone="neutral" actions={later}>
        {words.why[state]}
      </Notice>
    );
  if (state !== 'off') return null;
  return (
    <Notice
      tone="neutral"
      icon={<BellRing />}
      headingLevel={2}
      title={words.title}
      actions={
        <>
          <Button
            variant="secondary"
            disabled={news.isBusy}
            onClick={() => void news.turnOn().then(setReached)}
            data-testid="news-on"
          >
            {words.accept}
          </Button>
          {later}
        </>
      }
    >
      {words.text}
    </Notice>
  );
}
