import { useMessages } from '#i18n/messages.ts';
import { homeWords } from '#i18n/sets/home.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { shellWords } from '#i18n/sets/shell.ts';
import { useMenu } from '#services/menu-context.ts';
import { useCatalogueRefresh } from '#services/use-catalogue-refresh.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

/** Opened from a link before the list was ever fetched, or taken away by the office: it is asked for at once. */
export function MissingService({ serviceId }: { readonly serviceId: string }) {
  const { missing: words, notOffered, newerApp } = useMessages(servicePageWords);
  const { catalogue: offered } = useMenu();
  const { catalogue } = useMessages(homeWords);
  const shell = useMessages(shellWords);
  const { result, running, run } = useCatalogueRefresh();
  if (running && result === null) {
    return (
      <Screen title={shell.loading} documentTitle={shell.appName} back="/">
        <Skeleton rows={4} shape="row" />
      </Screen>
    );
  }
  // Neither waiting nor asking again helps here: what can't be read was written for a newer app.
  if (!running && offered.needsNewerApp(serviceId)) {
    return (
      <Screen title={newerApp.title} back="/" actions={<ButtonLink href="/">{words.all}</ButtonLink>}>
        <output>{newerApp.text}</output>
      </Screen>
    );
  }
  // The office was asked just now and does not have it: no signal is missing, and trying again brings nothing.
  if (result === 'fresh' && !running) {
    return (
      <Screen title={notOffered.title} back="/" actions={<ButtonLink href="/">{words.all}</ButtonLink>}>
        <output>{notOffered.text}</output>
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      back="/"
      actions={
        <>
          <Button busy={running} onClick={run}>
            {words.retry}
          </Button>
          <ButtonLink href="/" variant="quiet">
            {words.all}
          </ButtonLink>
        </>
      }
    >
      <output>{result === 'office-trouble' ? catalogue.emptyOfficeTrouble : words.text}</output>
    </Screen>
  );
}
