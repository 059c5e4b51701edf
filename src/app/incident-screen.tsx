import { HardDrive, Layers, RefreshCw, TriangleAlert } from 'lucide-react';
import { assertNever } from '#lib/assert-never.ts';
import { useMessages } from '#i18n/messages.ts';
import { incidentWords } from '#i18n/sets/incident.ts';
import type { VaultState } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { NumbersLost, Ordered } from './device-incident.tsx';
import { UnsentCopies } from './unsent-copies.tsx';

type Incident = Exclude<VaultState, { readonly kind: 'healthy' }>;

/** The truth about the phone's store, instead of a clean and empty start. */
export function IncidentScreen({ vault }: { readonly vault: Incident }) {
  switch (vault.kind) {
    case 'lost':
      return <Lost sequence={vault.lastSequence} waiting={vault.waitingCount} />;
    case 'newer-data':
      return <NewerData />;
    case 'blocked':
      return <Blocked />;
    case 'unavailable':
      return <Unavailable />;
    case 'wiped':
    case 'signed-out':
      return <Ordered incident={vault} />;
    case 'numbers-lost':
      return <NumbersLost numbers={vault.numbers} />;
    default:
      return assertNever(vault);
  }
}

function Lost({ sequence, waiting }: { readonly sequence: number; readonly waiting: number }) {
  const { lost } = useMessages(incidentWords);
  const { device } = useMenu();
  return (
    <Screen
      title={lost.title}
      testId="incident-lost"
      actions={<Button onClick={() => void device.acknowledgeLoss()}>{lost.understood}</Button>}
    >
      <Notice tone="alert" icon={<TriangleAlert />} title={lost.known(sequence)} live="alert">
        {waiting > 0 ? lost.waiting(waiting) : lost.noneWaiting}
      </Notice>
      <p>{lost.safe}</p>
      <p>{lost.why}</p>
    </Screen>
  );
}

function NewerData() {
  const { newerData } = useMessages(incidentWords);
  return (
    <Screen
      title={newerData.title}
      testId="incident-newer-data"
      actions={<Button onClick={() => location.reload()}>{newerData.reload}</Button>}
    >
      <Notice tone="info" icon={<RefreshCw />} title={newerData.text} live="alert">
        {newerData.how}
      </Notice>
      <UnsentCopies />
    </Screen>
  );
}

function Blocked() {
  const { blocked } = useMessages(incidentWords);
  return (
    <Screen title={blocked.title} testId="incident-blocked">
      <Notice tone="info" icon={<Layers />} title={blocked.text} live="alert">
        {blocked.how}
      </Notice>
    </Screen>
  );
}

function Unavailable() {
  const { unavailable } = useMessages(incidentWords);
  return (
    <Screen
      title={unavailable.title}
      testId="incident-unavailable"
      actions={<Button onClick={() => location.reload()}>{unavailable.reload}</Button>}
    >
      <Notice tone="alert" icon={<HardDrive />} title={unavailable.text} live="alert" />
      <ul>
        {unavailable.hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </Screen>
  );
}
