import { useEffect, useState } from 'react';
import type { HowToSeal } from '#domain/sealing/sealing-terms.ts';
import { useMessages } from '#i18n/messages.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import { useMenu } from '#services/menu-context.ts';
import { sealingPreference } from '#services/sealing-preference.ts';
import styles from './apply.module.css';

/** What Kirim will do to the form on this phone, said before it is pressed. */
export function SealingNote() {
  const { beforeKirim, laterThanKirim } = useMessages(sealingWords);
  const menu = useMenu();
  const [how, setHow] = useState<HowToSeal['kind']>('plain');
  useEffect(() => {
    let here = true;
    void menu
      .sealing()
      .then((sealing) => sealing?.how())
      .then((known) => {
        const wished = sealingPreference.getSnapshot() === 'sealed' ? 'seal-later' : 'plain';
        if (here) setHow(known?.kind ?? wished);
      });
    return () => {
      here = false;
    };
  }, [menu]);
  return how === 'plain' ? null : (
    <p className={styles.soft} data-testid="will-be-sealed">
      {how === 'seal' ? beforeKirim : laterThanKirim}
    </p>
  );
}
