import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { incidentWords } from '#i18n/sets/incident.ts';
import type { DeviceIncident } from '#services/device-incident.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';

type OrderedIncident = Extract<DeviceIncident, { readonly kind: 'wiped' | 'signed-out' }>;

/** Who has this phone in the hand learns what was done to it, by whom and when. */
export function Ordered({ incident }: { readonly incident: OrderedIncident }) {
  const { ordered: words } = useMessages(incidentWords);
  const { device } = useMenu();
  const formats = useFormats();
  const { kind, by, orderedAtMs, drafts, applications, neverSent, keptSealed } = incident;
  return (
    <Screen
      title={words.title[kind]}
      testId={`incident-${kind}`}
      actions={<Button onClick={() => void device.acknowledgeLoss()}>{words.understood}</Button>}
    >
      <Notice tone="info" icon={<ShieldCheck />} title={words[by](formats.dateTime(orderedAtMs))} live="alert">
        {kind === 'wiped' ? words.deleted(drafts, applications) : words.nothingDeleted}
      </Notice>
      {neverSent > 0 && <p>{words.neverSent(neverSent)}</p>}
      {keptSealed > 0 && <p>{words.keptSealed(keptSealed)}</p>}
      <p>{words.safe}</p>
      <p>{words.question}</p>
    </Screen>
  );
}

/** What neither the phone nor the office has, by its number. */
export function NumbersLost({ numbers }: { readonly numbers: string }) {
  const { numbersLost: words } = useMessages(incidentWords);
  const { device } = useMenu();
  return (
    <Screen
      title={words.title}
      testId="incident-numbers-lost"
      actions={<Button onClick={() => void device.acknowledgeLoss()}>{words.understood}</Button>}
    >
      <Notice tone="alert" icon={<TriangleAlert />} title={words.text(numbers)} live="alert">
        {words.why}
      </Notice>
      <p>{words.how}</p>
    </Screen>
  );
}
