import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { showToast } from '#ui/toast-store.ts';

/** What was begun is continued first; a new form can be started beside it. */
export function StartButtons({ serviceId }: { readonly serviceId: string }) {
  const words = useMessages(servicePageWords);
  const menu = useMenu();
  const navigate = useNavigate();
  const drafts = useLive(useMemo(() => menu.drafts.list(), [menu]));
  const [starting, setStarting] = useState(false);
  const begun =
    drafts.state === 'ready' ? drafts.value.find(({ definition }) => definition.id === serviceId) : undefined;

  async function start() {
    setStarting(true);
    const result = await menu.drafts.start(serviceId);
    if (result.kind === 'started') {
      await navigate(`/isi/${result.draftId}`);
      return;
    }
    setStarting(false);
    const why =
      result.kind === 'failed'
        ? currentMessages(troubleWords)[result.reason]
        : currentMessages(servicePageWords).missing.title;
    showToast({ tone: 'alert', message: `${words.startFailed}. ${why}` });
  }

  return (
    <>
      {begun !== undefined && (
        <ButtonLink href={`/isi/${begun.id}`} wide data-testid="resume">
          {words.resume}
        </ButtonLink>
      )}
      <Button
        wide
        data-testid="start"
        variant={begun === undefined ? 'primary' : 'secondary'}
        busy={starting}
        onClick={() => void start()}
      >
        {begun === undefined ? words.start : words.startNew}
      </Button>
    </>
  );
}
