import { Route, Routes } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { useFieldOfficer, useResidents } from '#services/use-residents.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AgreeScreen, StartScreen } from './consent-screens.tsx';
import { AddResidentScreen, ChangeResidentScreen } from './edit-screens.tsx';
import { FolderScreen } from './folder-screen.tsx';
import { GoneScreen } from './gone-screen.tsx';
import { ResidentsScreen } from './residents-screen.tsx';
import { ServicesScreen } from './services-screen.tsx';

/** /warga/…: the people whom a field officer helps. */
export function ResidentsRoute() {
  const residents = useResidents();
  const officer = useFieldOfficer();
  if (residents === undefined || officer === null) return <Skeleton />;
  if (residents === null) return <NotLoaded />;
  if (officer === false) return <OfficersOnly />;
  return (
    <Routes>
      <Route index element={<ResidentsScreen residents={residents} />} />
      <Route path="tambah" element={<AddResidentScreen residents={residents} />} />
      <Route path=":residentId" element={<FolderScreen residents={residents} />} />
      <Route path=":residentId/ubah" element={<ChangeResidentScreen residents={residents} />} />
      <Route path=":residentId/layanan" element={<ServicesScreen residents={residents} />} />
      <Route
        path=":residentId/mulai/:serviceId"
        element={<StartScreen residents={residents} officer={officer.name} />}
      />
      <Route
        path=":residentId/persetujuan/:draftId"
        element={<AgreeScreen residents={residents} officer={officer.name} />}
      />
      <Route path="*" element={<GoneScreen />} />
    </Routes>
  );
}

function NotLoaded() {
  const { title, notLoaded } = useMessages(residentsWords);
  return (
    <Screen title={title} back="/">
      <Notice tone="alert">{notLoaded}</Notice>
    </Screen>
  );
}

function OfficersOnly() {
  const { title, officersOnly: words } = useMessages(residentsWords);
  return (
    <Screen title={title} back="/">
      <EmptyState title={words.title} actions={<ButtonLink href="/akun">{words.signIn}</ButtonLink>}>
        {words.text}
      </EmptyState>
    </Screen>
  );
}
