import { useMessages } from '#i18n/messages.ts';
import { newsWords } from '#i18n/sets/news.ts';
import type { NewsState } from '#services/push-menu.ts';
import { useNews } from '#services/use-news.ts';
import { Section } from '#ui/section.tsx';
import { ChoiceList } from './choice-list.tsx';
import styles from './settings-screen.module.css';

/** What the person can change here. */
const changeable: readonly NewsState[] = ['on', 'off', 'signal-needed', 'failed'];
const ways = ['on', 'off'] as const;

/** Whether this phone tells of news with the app closed; where it can't, why. */
export function NewsChoice() {
  const words = useMessages(newsWords);
  const { state, turnOn, turnOff } = useNews();
  if (state === null) return null;
  if (!changeable.includes(state))
    return (
      <Section title={words.settings.title}>
        <p data-testid="news-why">{words.why[state]}</p>
      </Section>
    );
  return (
    <div className={styles.choice} data-testid="news-choice" data-state={state}>
      <ChoiceList
        title={words.settings.title}
        options={ways}
        names={words.settings.names}
        value={state === 'on' ? 'on' : 'off'}
        onChoose={(way) => void (way === 'on' ? turnOn() : turnOff())}
      />
      <p aria-live="polite">{words.why[state]}</p>
    </div>
  );
}
