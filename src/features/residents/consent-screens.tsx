import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { consentWords } from '#i18n/sets/consent.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ConsentForm } from './consent-form.tsx';
import { GoneScreen } from './gone-screen.tsx';

interface ConsentScreenProps {
  readonly residents: ResidentsMenu;
  /** The officer's name. */
  readonly officer: string;
}

/** Before a form is begun for a resident. */
export function StartScreen({ residents, officer }: ConsentScreenProps) {
  const { residentId = '', serviceId = '' } = useParams();
  const words = useMessages(consentWords);
  const text = useLocalText();
  const navigate = useNavigate();
  const menu = useMenu();
  const resident = useLive(useMemo(() => residents.resident(residentId), [residents, residentId]));
  const service = useLive(useMemo(() => menu.catalogue.service(serviceId), [menu, serviceId]));
  if (resident.state === 'loading' || service.state === 'loading') return <Skeleton />;
  if (resident.state === 'failed' || resident.value === null) return <GoneScreen />;
  const back = `/warga/${residentId}`;
  if (service.state === 'failed' || service.value === null) {
    return (
      <Screen title={words.title} back={back}>
        <Notice tone="alert">{words.unknownService}</Notice>
      </Screen>
    );
  }
  const { name, unit } = service.value;
  return (
    <ConsentForm
      name={resident.value.name}
      back={back}
      statement={words.statement({ officer, service: text(name), office: unit })}
      onGiven={async (given) => {
        const started = await residents.start(residentId, serviceId, given);
        if (started.kind === 'started') await navigate(`/isi/${started.draftId}`, { replace: true });
        return started;
      }}
    />
  );
}

/** Before a form that was begun without one goes on, or is sent. */
export function AgreeScreen({ residents, officer }: ConsentScreenProps) {
  const { residentId = '', draftId = '' } = useParams();
  const words = useMessages(consentWords);
  const text = useLocalText();
  const navigate = useNavigate();
  const menu = useMenu();
  const resident = useLive(useMemo(() => residents.resident(residentId), [residents, residentId]));
  const draft = useLive(useMemo(() => menu.drafts.draft(draftId), [menu, draftId]));
  if (resident.state === 'loading' || draft.state === 'loading') return <Skeleton />;
  if (resident.state === 'failed' || resident.value === null) return <GoneScreen />;
  if (draft.state === 'failed' || draft.value === null) return <GoneScreen />;
  const { name, unit } = draft.value.definition;
  return (
    <ConsentForm
      name={resident.value.name}
      back={`/warga/${residentId}`}
      statement={words.statement({ officer, service: text(name), office: unit })}
      onGiven={async (given) => {
        const agreed = await residents.agree(residentId, draftId, given);
        if (agreed.kind === 'started') await navigate(`/isi/${draftId}`, { replace: true });
        return agreed;
      }}
    />
  );
}
