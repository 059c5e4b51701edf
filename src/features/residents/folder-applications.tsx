import { CircleCheck, CirclePause, FilePen, Hourglass, TriangleAlert } from 'lucide-react';
import type { Draft } from '#domain/application/draft.ts';
import { isOfficeStatus } from '#domain/application/status.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import type { OutboxItem } from '#services/menu.ts';
import type { ResidentFolder } from '#services/menu-residents.ts';
import { Badge } from '#ui/badge.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import styles from './residents.module.css';

/** What is begun for a resident, and how far each application has come. */
export function Applications({ folder }: { readonly folder: ResidentFolder }) {
  const { folder: words } = useMessages(residentsWords);
  const { drafts, items } = folder;
  return (
    <>
      {drafts.length > 0 && (
        <Section title={words.drafts}>
          <List label={words.drafts}>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </List>
        </Section>
      )}
      <Section title={words.applications}>
        {items.length === 0 && <p className={styles.soft}>{words.nothing}</p>}
        {items.length > 0 && (
          <List label={words.applications}>
            {items.map((item) => (
              <ItemRow key={item.entry.applicationId} item={item} />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}

function DraftRow({ draft }: { readonly draft: Draft }) {
  const { folder: words } = useMessages(residentsWords);
  const formats = useFormats();
  const text = useLocalText();
  const isAgreed = draft.consent !== undefined && draft.consent.withdrawnAtMs === undefined;
  return (
    <ListRow
      testId="resident-draft"
      href={`/isi/${draft.id}`}
      leading={<FilePen />}
      title={text(draft.definition.name)}
      description={words.draftOf(formats.date(draft.updatedAtMs))}
      meta={!isAgreed && <Badge tone="waiting">{words.consentMissing}</Badge>}
    />
  );
}

function ItemRow({ item }: { readonly item: OutboxItem }) {
  const { folder: words } = useMessages(residentsWords);
  const statuses = useMessages(officeStatusWords);
  const text = useLocalText();
  const { entry, tracked } = item;
  const { delivery } = entry;
  const status =
    delivery.state !== 'delivered' || tracked === null
      ? undefined
      : isOfficeStatus(tracked.status)
        ? statuses[tracked.status].label
        : statuses.newer.label;
  return (
    <ListRow
      testId="resident-application"
      href={`/permohonan/${entry.applicationId}`}
      title={text(entry.serviceName)}
      {...(status === undefined ? {} : { description: status })}
      meta={
        delivery.state === 'delivered' ? (
          <Badge tone="success" icon={<CircleCheck />}>
            {words.received(delivery.receipt.registrationNumber)}
          </Badge>
        ) : entry.consent?.withdrawnAtMs !== undefined ? (
          <Badge tone="waiting" icon={<CirclePause />}>
            {words.stopped}
          </Badge>
        ) : delivery.state === 'needs-person' ? (
          <Badge tone="alert" icon={<TriangleAlert />}>
            {words.attention}
          </Badge>
        ) : (
          <Badge tone="waiting" icon={<Hourglass />}>
            {words.stored}
          </Badge>
        )
      }
    />
  );
}
