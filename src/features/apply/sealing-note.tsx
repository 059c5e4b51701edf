import { useEffect, useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import { useMenu } from '#services/menu-context.ts';
import styles from './apply.module.css';

/** What Kirim will do to the form on this phone, said before it is pressed. */
export function SealingNote() {
  const { beforeKirim } = useMessages(sealingWords);
  const menu = useMenu();
  const [isSealed, setSealed] = useState(false);
  useEffect(() => {
    let here = true;
    void menu
      .sealing()
      .then((sealing) => sealing?.how())
      .then((how) => {
        if (here) setSealed(how !== undefined && how.kind !== 'plain');
      });
    return () => {
      here = false;
    };
  }, [menu]);
  return isSealed ? (
    <p className={styles.soft} data-testid="will-be-sealed">
      {beforeKirim}
    </p>
  ) : null;
}
