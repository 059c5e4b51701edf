import { shellWords } from '#i18n/sets/shell.ts';
import { useMessages } from '#i18n/messages.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Screen } from '#ui/screen.tsx';

export function NotFoundScreen() {
  const { notFound } = useMessages(shellWords);
  return (
    <Screen title={notFound.title} lead={notFound.text} actions={<ButtonLink href="/">{notFound.home}</ButtonLink>} />
  );
}
