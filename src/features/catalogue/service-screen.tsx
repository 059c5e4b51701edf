import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { shellWords } from '#i18n/sets/shell.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { StoreTrouble } from '#lib/live-query.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { BegunLine } from './begun-line.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { MissingService } from './missing-service.tsx';
import { ServiceFacts } from './service-facts.tsx';
import { ServiceLinks } from './service-links.tsx';
import { ServiceRequirements } from './service-requirements.tsx';
import { StartButtons } from './start-buttons.tsx';
import { VisitNotice } from './visit-notice.tsx';

/** All that the office asks and promises, before anybody types a letter. */
export function ServiceScreen() {
  const { serviceId = '' } = useParams();
  const shell = useMessages(shellWords);
  const menu = useMenu();
  const service = useLive(useMemo(() => menu.catalogue.service(serviceId), [menu, serviceId]));
  if (service.state === 'loading') {
    return (
      <Screen title={shell.loading} documentTitle={shell.appName} back="/">
        <Skeleton rows={4} shape="row" />
      </Screen>
    );
  }
  if (service.state === 'failed') return <Failed reason={service.reason} />;
  if (service.value === null) return <MissingService serviceId={serviceId} />;
  return <ServicePage key={serviceId} service={service.value} />;
}

function Failed({ reason }: { readonly reason: StoreTrouble }) {
  const words = useMessages(servicePageWords);
  const trouble = useMessages(troubleWords);
  return (
    <Screen title={words.failedTitle} back="/">
      <Notice tone="alert" live="alert">
        {trouble[reason]}
      </Notice>
    </Screen>
  );
}

function ServicePage({ service }: { readonly service: ServiceDefinition }) {
  const words = useMessages(servicePageWords);
  const text = useLocalText();
  const navigate = useNavigate();
  return (
    <Screen
      testId="service"
      title={text(service.name)}
      back={() => void navigate('/', { state: 'back' })}
      trailing={<FavouriteButton serviceId={service.id} />}
      lead={<p>{text(service.description)}</p>}
      actions={<StartButtons serviceId={service.id} />}
    >
      <BegunLine serviceId={service.id} />
      <VisitNotice visit={service.visit} />
      <ServiceRequirements requirements={service.requirements} />
      <ServiceFacts service={service} />
      {service.links !== undefined && <ServiceLinks links={service.links} />}
      {service.sampleData && <Notice tone="neutral">{words.sample}</Notice>}
    </Screen>
  );
}
