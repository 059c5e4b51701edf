import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Section } from '#ui/section.tsx';
import styles from './settings-screen.module.css';

/** The way to the screen lock. */
export function LockCard() {
  const { settings: words } = useMessages(lockWords);
  return (
    <Section title={words.row}>
      <Card className={styles.card}>
        <p>{words.rowText}</p>
        <ButtonLink href="/pengaturan/kunci" variant="secondary" data-testid="to-lock">
          {words.manage}
        </ButtonLink>
      </Card>
    </Section>
  );
}
