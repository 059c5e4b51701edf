import { useEffect, useState } from 'react';
import type { SealingMode } from '#domain/sealing/sealing-terms.ts';
import { useMessages } from '#i18n/messages.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { sealingPreference } from '#services/sealing-preference.ts';
import { Card } from '#ui/card.tsx';
import { Section } from '#ui/section.tsx';
import { ChoiceList } from './choice-list.tsx';
import styles from './settings-screen.module.css';

const ways = ['open', 'sealed'] as const;

/** Only where the office leaves it to the person; an office that asks for seals says so, one that takes none is not mentioned. */
export function SealingChoice() {
  const { choice: words } = useMessages(sealingWords);
  const mode = useSealingMode();
  const way = useObservable(sealingPreference);
  if (mode === 'required') {
    return (
      <Section title={words.title}>
        <Card>
          <p>{words.required}</p>
          <p>{words.comesBack}</p>
        </Card>
      </Section>
    );
  }
  if (mode !== 'optional') return null;
  return (
    <div className={styles.choice}>
      <ChoiceList title={words.title} options={ways} names={words.names} value={way} onChoose={sealingPreference.set} />
      <p>{words.text}</p>
      <p>{words.comesBack}</p>
    </div>
  );
}

function useSealingMode(): SealingMode | null {
  const menu = useMenu();
  const [mode, setMode] = useState<SealingMode | null>(null);
  useEffect(() => {
    let here = true;
    void menu
      .sealing()
      .then((sealing) => sealing?.mode() ?? null)
      .then((found) => {
        if (here) setMode(found);
      });
    return () => {
      here = false;
    };
  }, [menu]);
  return mode;
}
