import { useEffect, useState } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { newsWords } from '#i18n/sets/news.ts';
import { useMenu } from '#services/menu-context.ts';
import { showToast } from '#ui/toast-store.ts';
import { ChoiceList } from './choice-list.tsx';
import styles from './settings-screen.module.css';

const ways = ['on', 'off'] as const;

/** Short messages of the office, for who has no phone that is woken; nothing where the office sends none. */
export function MessagesChoice() {
  const { messages: words } = useMessages(newsWords);
  const menu = useMenu();
  const [wanted, setWanted] = useState<boolean | null>(null);

  useEffect(() => {
    let isHere = true;
    void menu
      .push()
      .then((push) => push?.messages() ?? null)
      .then((found) => isHere && setWanted(found));
    return () => {
      isHere = false;
    };
  }, [menu]);

  async function choose(way: (typeof ways)[number]): Promise<void> {
    const chosen = (await (await menu.push())?.setMessages(way === 'on')) ?? null;
    if (chosen === null) showToast({ message: currentMessages(newsWords).messages.notSaved, tone: 'alert' });
    else setWanted(chosen);
  }

  if (wanted === null) return null;
  return (
    <div className={styles.choice} data-testid="messages-choice">
      <ChoiceList
        title={words.title}
        options={ways}
        names={words.names}
        value={wanted ? 'on' : 'off'}
        onChoose={(way) => void choose(way)}
      />
      <p>{words.text}</p>
    </div>
  );
}
