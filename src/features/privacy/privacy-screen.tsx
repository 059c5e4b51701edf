import { Smartphone } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Points } from './points.tsx';

/** What is kept where, for how long, and who sees it: no more than the code does. */
export function PrivacyScreen() {
  const words = useMessages(privacyWords);
  const back = useWayBack();
  return (
    <Screen testId="privacy" title={words.title} lead={words.lead} back={back}>
      <Section title={words.phone.title}>
        <Lines lines={words.phone.lines} />
        <Notice icon={<Smartphone />}>{words.phone.warning}</Notice>
      </Section>
      <Section title={words.office.title}>
        <Lines lines={words.office.lines} />
      </Section>
      <Section title={words.never.title}>
        <Points points={words.never.points} />
      </Section>
      <Section title={words.rights.title}>
        <p>{words.rights.lead}</p>
        <Lines lines={words.rights.lines} />
        <p>{words.rights.contact}</p>
        <ButtonLink href="/privasi/hapus" variant="secondary" wide data-testid="erase-open">
          {words.erase.open}
        </ButtonLink>
      </Section>
    </Screen>
  );
}

function Lines({ lines }: { readonly lines: readonly { readonly title: string; readonly text: string }[] }) {
  return (
    <List>
      {lines.map(({ title, text }) => (
        <ListRow key={title} title={title} description={text} />
      ))}
    </List>
  );
}

/** To the form, the account or the settings, wherever somebody has come from. */
function useWayBack(): string | (() => void) {
  const { key } = useLocation();
  const navigate = useNavigate();
  return key === 'default' ? '/akun' : () => void navigate(-1);
}
