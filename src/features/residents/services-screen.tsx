import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { findOptions } from '#domain/form/find-options.ts';
import type { ServiceSummary } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { GoneScreen } from './gone-screen.tsx';

/** What a resident may apply for. */
export function ServicesScreen({ residents }: { readonly residents: ResidentsMenu }) {
  const { services: words, failed } = useMessages(residentsWords);
  const trouble = useMessages(troubleWords);
  const { residentId = '' } = useParams();
  const menu = useMenu();
  const resident = useLive(useMemo(() => residents.resident(residentId), [residents, residentId]));
  const catalogue = useLive(useMemo(() => menu.catalogue.services(), [menu]));
  if (resident.state === 'loading') return <Skeleton />;
  if (resident.state === 'failed' || resident.value === null) return <GoneScreen />;
  const services = catalogue.state === 'ready' ? catalogue.value.services : [];
  return (
    <Screen
      testId="resident-services"
      title={words.title}
      lead={words.lead(resident.value.name)}
      back={`/warga/${residentId}`}
    >
      {catalogue.state === 'loading' && <Skeleton rows={6} shape="row" />}
      {catalogue.state === 'failed' && (
        <Notice tone="alert" title={failed}>
          {trouble[catalogue.reason]}
        </Notice>
      )}
      {catalogue.state === 'ready' && services.length === 0 && <EmptyState title={words.none} />}
      {services.length > 0 && <Choice services={services} residentId={residentId} />}
    </Screen>
  );
}

function Choice(props: { readonly services: readonly ServiceSummary[]; readonly residentId: string }) {
  const { services: words } = useMessages(residentsWords);
  const text = useLocalText();
  const [typed, setTyped] = useState('');
  const options = useMemo(
    () => props.services.map(({ id, name, keywords = [] }) => ({ value: id, label: name, keywords })),
    [props.services],
  );
  const found = findOptions(options, typed);
  return (
    <>
      <SearchBox label={words.search} hint={words.searchHint} value={typed} onChange={setTyped} />
      <output>{found.length === 0 ? words.nothingFits : ''}</output>
      {found.length > 0 && (
        <List label={words.title}>
          {found.map(({ value, label }) => (
            <ListRow
              key={value}
              testId={`begin-${value}`}
              href={`/warga/${props.residentId}/mulai/${encodeURIComponent(value)}`}
              title={text(label)}
              trailing={<ChevronRight />}
            />
          ))}
        </List>
      )}
    </>
  );
}
