import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Requirement, ServiceDefinition } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { StoreTrouble } from '#lib/live-query.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

/** What a service is, wants, costs and gives, before anybody starts to fill in. */
export function ServiceScreen() {
  const words = useMessages(servicePageWords);
  const troubles = useMessages(troubleWords);
  const { serviceId = '' } = useParams();
  const menu = useMenu();
  const service = useLive(useMemo(() => menu.catalogue.service(serviceId), [menu, serviceId]));
  const isMissing = service.state === 'ready' && service.value === null;

  useEffect(() => {
    if (isMissing) void menu.catalogue.refresh();
  }, [isMissing, menu]);

  if (service.state === 'loading') {
    return (
      <Screen title={words.missing.all} back="/">
        <Skeleton rows={6} />
      </Screen>
    );
  }
  if (service.state === 'failed') {
    return (
      <Screen title={words.failedTitle} back="/">
        <Notice tone="alert">{troubles[service.reason]}</Notice>
      </Screen>
    );
  }
  if (service.value === null) {
    return (
      <Screen title={words.missing.title} back="/">
        <EmptyState
          title={words.missing.text}
          actions={
            <>
              <Button onClick={() => void menu.catalogue.refresh()}>{words.missing.retry}</Button>
              <ButtonLink href="/" variant="secondary">
                {words.missing.all}
              </ButtonLink>
            </>
          }
        />
      </Screen>
    );
  }
  return <ServicePage service={service.value} />;
}

function ServicePage({ service }: { readonly service: ServiceDefinition }) {
  const words = useMessages(servicePageWords);
  const formats = useFormats();
  const text = useLocalText();
  const { standard, visit } = service;
  return (
    <Screen
      title={text(service.name)}
      lead={text(service.description)}
      back="/"
      actions={<StartActions service={service} />}
    >
      {visit.required !== 'none' && (
        <Notice tone="waiting" headingLevel={2} title={words.visit.title}>
          <p>{words.visit[visit.required]}</p>
          {visit.note !== undefined && <p>{text(visit.note)}</p>}
        </Notice>
      )}
      <List>
        <ListRow
          title={words.fee}
          description={standard.feeNote === undefined ? undefined : text(standard.feeNote)}
          trailing={
            <Badge tone={standard.feeIdr === 0 ? 'success' : 'neutral'}>
              {standard.feeIdr === 0 ? words.free : formats.rupiah(standard.feeIdr)}
            </Badge>
          }
        />
        <ListRow
          title={words.time}
          description={standard.workingDaysNote === undefined ? words.timeClock : text(standard.workingDaysNote)}
          trailing={standard.workingDays === null ? words.timeUnknown : words.workingDays(standard.workingDays)}
        />
        <ListRow title={words.product} description={text(standard.product)} />
        <ListRow title={words.office} description={service.unit} />
      </List>
      <Section title={words.requirements}>
        {service.requirements.length === 0 ? (
          <p>{words.noRequirements}</p>
        ) : (
          <>
            <p>{words.requirementsHint}</p>
            <List label={words.requirements}>
              {service.requirements.map((requirement) => (
                <RequirementRow key={requirement.id} requirement={requirement} />
              ))}
            </List>
          </>
        )}
      </Section>
      <Section title={words.procedure}>
        <ol>
          {standard.procedure.map((step) => (
            <li key={step.id}>{text(step)}</li>
          ))}
        </ol>
      </Section>
      <Disclosure summary={words.legalBasis}>
        <p>{standard.legalBasis}</p>
        {standard.officialForm !== undefined && <p>{words.officialForm(standard.officialForm)}</p>}
      </Disclosure>
      {service.sampleData && <Notice>{words.sample}</Notice>}
      {visit.required === 'none' && visit.note !== undefined && <Notice>{text(visit.note)}</Notice>}
    </Screen>
  );
}

function RequirementRow({ requirement }: { readonly requirement: Requirement }) {
  const words = useMessages(servicePageWords);
  const text = useLocalText();
  const isConditional = requirement.visibleWhen !== undefined;
  const tag = isConditional ? words.conditional : requirement.required ? null : words.optional;
  return (
    <ListRow
      title={text(requirement.label)}
      description={requirement.note === undefined ? undefined : text(requirement.note)}
      meta={tag === null ? undefined : <Badge>{tag}</Badge>}
    />
  );
}

function StartActions({ service }: { readonly service: ServiceDefinition }) {
  const words = useMessages(servicePageWords);
  const troubles = useMessages(troubleWords);
  const formats = useFormats();
  const menu = useMenu();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  const drafts = useLive(useMemo(() => menu.drafts.list(), [menu]));
  const begun = drafts.state === 'ready' ? drafts.value.find(({ serviceId }) => serviceId === service.id) : undefined;

  async function start(): Promise<void> {
    setBusy(true);
    const result = await menu.drafts.start(service.id);
    setBusy(false);
    if (result.kind === 'started') await navigate(`/isi/${result.draftId}`);
    else setTrouble(result.kind === 'failed' ? result.reason : 'unknown');
  }

  return (
    <>
      {trouble !== null && (
        <Notice tone="alert" live="alert" title={words.startFailed}>
          {troubles[trouble]}
        </Notice>
      )}
      {begun !== undefined && (
        <ButtonLink href={`/isi/${begun.id}`} wide>
          {words.resume}
        </ButtonLink>
      )}
      <Button
        wide
        busy={busy}
        variant={begun === undefined ? 'primary' : 'secondary'}
        data-testid="start"
        onClick={() => void start()}
      >
        {begun === undefined ? words.start : words.startNew}
      </Button>
      <small>{begun === undefined ? words.offlineHint : words.begun(formats.ago(begun.updatedAtMs, Date.now()))}</small>
    </>
  );
}
