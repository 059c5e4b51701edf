import { ChevronRight, Plus, UsersRound } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { maskNik } from '#domain/identity/nik.ts';
import { showPhone } from '#domain/identity/phone.ts';
import { findResidents } from '#domain/resident/find-residents.ts';
import type { Resident } from '#domain/resident/resident.ts';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { useLive } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { choosingFrom } from './choosing.ts';
import styles from './residents.module.css';

/** Everybody whom the officer helps, by name; or, on the way to a form, whom it is for. */
export function ResidentsScreen({ residents }: { readonly residents: ResidentsMenu }) {
  const words = useMessages(residentsWords);
  const trouble = useMessages(troubleWords);
  const choosing = choosingFrom(useLocation().search);
  const list = useLive(useMemo(() => residents.list(), [residents]));
  return (
    <Screen
      testId="residents"
      title={choosing === null ? words.title : words.choose.title}
      lead={choosing === null ? words.lead : words.choose.text}
      back="/"
      actions={
        <ButtonLink href={`/warga/tambah${choosing?.search ?? ''}`} icon={<Plus />} data-testid="resident-add">
          {words.add}
        </ButtonLink>
      }
    >
      {list.state === 'loading' && <Skeleton rows={5} shape="row" />}
      {list.state === 'failed' && (
        <Notice tone="alert" live="alert" title={words.failed}>
          {trouble[list.reason]}
        </Notice>
      )}
      {list.state === 'ready' && list.value.length === 0 && (
        <EmptyState icon={<UsersRound />} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      )}
      {list.state === 'ready' && list.value.length > 0 && (
        <Found residents={list.value} hrefOf={(id) => choosing?.hrefOf(id) ?? `/warga/${id}`} />
      )}
    </Screen>
  );
}

const fewEnough = 5;

function Found(props: { readonly residents: readonly Resident[]; readonly hrefOf: (residentId: string) => string }) {
  const { residents, hrefOf } = props;
  const words = useMessages(residentsWords);
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const found = useMemo(() => findResidents(residents, asked), [residents, asked]);
  return (
    <>
      {residents.length > fewEnough && (
        <SearchBox label={words.search} hint={words.searchHint} value={typed} onChange={setTyped} />
      )}
      <output className={styles.soft}>{found.length === 0 ? words.nothingFits : words.count(found.length)}</output>
      {found.length > 0 && (
        <List label={words.title}>
          {found.map((resident) => (
            <ListRow
              key={resident.id}
              testId="resident"
              href={hrefOf(resident.id)}
              title={<span className={styles.name}>{resident.name}</span>}
              description={[resident.nik === '' ? '' : maskNik(resident.nik), showPhone(resident.phone)]
                .filter(Boolean)
                .join(' · ')}
              trailing={<ChevronRight />}
            />
          ))}
        </List>
      )}
    </>
  );
}
