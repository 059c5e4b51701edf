import { TriangleAlert } from 'lucide-react';
import { shellWords } from '#i18n/sets/shell.ts';
import { useMessages } from '#i18n/messages.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';

/** Instead of a screen that could not be drawn, or whose code could not be fetched. */
export function CrashScreen() {
  const { crash } = useMessages(shellWords);
  return (
    <Screen
      title={crash.title}
      actions={
        <>
          <Button onClick={() => location.reload()}>{crash.reload}</Button>
          <ButtonLink href="/" variant="secondary">
            {crash.home}
          </ButtonLink>
        </>
      }
    >
      <Notice tone="alert" icon={<TriangleAlert />} title={crash.text} live="alert">
        {crash.hint}
      </Notice>
    </Screen>
  );
}
