import { ChevronRight } from 'lucide-react';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { homeWords } from '#i18n/sets/home.ts';
import type { ServiceSummary } from '#domain/service/definition.ts';
import { Badge } from '#ui/badge.tsx';
import { List, ListRow } from '#ui/list.tsx';

export function ServiceRows(props: { readonly services: readonly ServiceSummary[]; readonly label: string }) {
  const { services: words } = useMessages(homeWords);
  const formats = useFormats();
  const text = useLocalText();
  return (
    <List label={props.label}>
      {props.services.map((service) => (
        <ListRow
          key={service.id}
          testId="service-card"
          href={`/layanan/${encodeURIComponent(service.id)}`}
          title={text(service.name)}
          description={text(service.description)}
          meta={
            <>
              <Badge tone={service.feeIdr === 0 ? 'success' : 'neutral'}>
                {service.feeIdr === 0 ? words.free : formats.rupiah(service.feeIdr)}
              </Badge>
              {service.workingDays !== null && (
                <span>{(service.sampleData ? words.unconfirmedDays : words.workingDays)(service.workingDays)}</span>
              )}
            </>
          }
          trailing={<ChevronRight />}
        />
      ))}
    </List>
  );
}
