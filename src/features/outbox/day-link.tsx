import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';

/** To the day's work, for who does it for others. */
export function DayLink() {
  const words = useMessages(dayWords);
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  if (account.state !== 'ready' || account.value?.roles?.includes('pendamping') !== true) return null;
  return (
    <ButtonLink href="/harian" variant="secondary" icon={<ListChecks />} wide data-testid="day-link">
      {words.open}
    </ButtonLink>
  );
}
