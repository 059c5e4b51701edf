import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Screen } from '#ui/screen.tsx';

export function GoneScreen() {
  const { gone } = useMessages(applyWords);
  return <Screen title={gone.title} lead={gone.text} actions={<ButtonLink href="/">{gone.home}</ButtonLink>} />;
}
