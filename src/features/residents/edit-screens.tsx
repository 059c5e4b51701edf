import { useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { Resident } from '#domain/resident/resident.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { ResidentsMenu } from '#services/menu-residents.ts';
import { useLive } from '#services/menu-context.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';
import { choosingFrom } from './choosing.ts';
import { GoneScreen } from './gone-screen.tsx';
import { type Kept, ResidentForm } from './resident-form.tsx';

const nothing = { name: '', nik: '', phone: '', area: '', note: '' };

/** A new folder; on the way to a form it goes on there. */
export function AddResidentScreen({ residents }: { readonly residents: ResidentsMenu }) {
  const { edit: words } = useMessages(residentsWords);
  const trouble = useMessages(troubleWords);
  const navigate = useNavigate();
  const choosing = choosingFrom(useLocation().search);
  return (
    <ResidentForm
      title={words.addTitle}
      back={`/warga${choosing?.search ?? ''}`}
      known={nothing}
      onSave={async (typed): Promise<Kept> => {
        const added = await residents.add(typed);
        if (added.kind === 'invalid') return added;
        if (added.kind === 'sign-in-needed') return { kind: 'failed', why: words.signIn };
        if (added.kind === 'failed') return { kind: 'failed', why: trouble[added.reason] };
        showToast({ message: words.saved });
        // Going back leads to the list, not here again.
        await navigate(choosing?.hrefOf(added.residentId) ?? `/warga/${added.residentId}`, { replace: true });
        return { kind: 'kept' };
      }}
    />
  );
}

export function ChangeResidentScreen({ residents }: { readonly residents: ResidentsMenu }) {
  const { residentId = '' } = useParams();
  const resident = useLive(useMemo(() => residents.resident(residentId), [residents, residentId]));
  if (resident.state === 'loading') return <Skeleton />;
  if (resident.state === 'failed' || resident.value === null) return <GoneScreen />;
  return <Change residents={residents} resident={resident.value} />;
}

function Change({ residents, resident }: { readonly residents: ResidentsMenu; readonly resident: Resident }) {
  const { edit: words } = useMessages(residentsWords);
  const trouble = useMessages(troubleWords);
  const navigate = useNavigate();
  return (
    <ResidentForm
      title={words.title}
      back={`/warga/${resident.id}`}
      known={resident}
      onSave={async (typed): Promise<Kept> => {
        const { name, nik, phone, area, note } = typed;
        const changed = await residents.change(resident.id, { name, nik, phone, area, note });
        if (changed.kind === 'invalid') return changed;
        if (changed.kind === 'gone') return { kind: 'failed', why: words.signIn };
        if (changed.kind === 'failed') return { kind: 'failed', why: trouble[changed.reason] };
        showToast({ message: currentMessages(residentsWords).edit.saved });
        await navigate(`/warga/${resident.id}`, { replace: true });
        return { kind: 'kept' };
      }}
    />
  );
}
