import { useMessages } from '#i18n/messages.ts';
import { installWords } from '#i18n/sets/install.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { useOutboxCounts } from '#services/outbox-list.ts';
import { installPreference } from '#services/preferences.ts';
import { BrandMark } from '#ui/brand-mark.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Suggested once the person has something here that is worth keeping: after the first application, not before. */
export function InstallCard() {
  const words = useMessages(installWords);
  const { device } = useMenu();
  const choice = useObservable(installPreference);
  const counts = useOutboxCounts();
  const hasApplications = counts !== null && counts.unsent + counts.delivered > 0;
  if (choice === 'later' || !hasApplications) return null;
  return (
    <Notice
      tone="neutral"
      icon={<BrandMark />}
      headingLevel={2}
      title={words.title}
      actions={
        <>
          <Button variant="secondary" onClick={() => void device.promptInstall()}>
            {words.accept}
          </Button>
          <Button variant="quiet" onClick={() => installPreference.set('later')}>
            {words.later}
          </Button>
        </>
      }
    >
      {words.text}
    </Notice>
  );
}
