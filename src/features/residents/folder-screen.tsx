import { FilePlus2, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { inFours } from '#domain/form/tidy-typed.ts';
import { maskNik } from '#domain/identity/nik.ts';
import { showPhone } from '#domain/identity/phone.ts';
import type { Resident } from '#domain/resident/resident.ts';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { ResidentFolder, ResidentsMenu } from '#services/menu-residents.ts';
import { useLive } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Applications } from './folder-applications.tsx';
import { ConsentSection } from './folder-consent.tsx';
import { Papers } from './folder-papers.tsx';
import { GoneScreen } from './gone-screen.tsx';
import { removeResident } from './remove-resident.ts';
import styles from './residents.module.css';

/** One resident: who they are, what is begun and sent for them, their papers, their consent. */
export function FolderScreen({ residents }: { readonly residents: ResidentsMenu }) {
  const { residentId = '' } = useParams();
  const { title, failed } = useMessages(residentsWords);
  const trouble = useMessages(troubleWords);
  const resident = useLive(useMemo(() => residents.resident(residentId), [residents, residentId]));
  const folder = useLive(useMemo(() => residents.folder(residentId), [residents, residentId]));
  if (resident.state === 'loading') return <Skeleton />;
  if (resident.state === 'failed') {
    return (
      <Screen title={title} back="/warga">
        <Notice tone="alert" live="alert" title={failed}>
          {trouble[resident.reason]}
        </Notice>
      </Screen>
    );
  }
  if (resident.value === null) return <GoneScreen />;
  return (
    <Folder
      residents={residents}
      resident={resident.value}
      folder={folder.state === 'ready' ? folder.value : null}
      trouble={folder.state === 'failed' ? trouble[folder.reason] : null}
    />
  );
}

function Folder(props: {
  readonly residents: ResidentsMenu;
  readonly resident: Resident;
  /** Null until it has been read. */
  readonly folder: ResidentFolder | null;
  readonly trouble: string | null;
}) {
  const { residents, resident, folder, trouble } = props;
  const { folder: words, failed } = useMessages(residentsWords);
  const navigate = useNavigate();
  async function remove(): Promise<void> {
    if (await removeResident(residents, resident.id)) await navigate('/warga', { replace: true });
  }
  return (
    <Screen
      testId="resident-folder"
      title={<span className={styles.name}>{resident.name}</span>}
      documentTitle={resident.name}
      back="/warga"
      actions={
        <ButtonLink href={`/warga/${resident.id}/layanan`} icon={<FilePlus2 />} data-testid="resident-start">
          {words.start}
        </ButtonLink>
      }
    >
      <Person resident={resident} />
      {trouble !== null && (
        <Notice tone="alert" title={failed} live="alert">
          {trouble}
        </Notice>
      )}
      {folder === null && trouble === null && <Skeleton rows={3} shape="row" />}
      {folder !== null && (
        <>
          <Applications folder={folder} />
          <Papers residentId={resident.id} papers={folder.papers} />
          <ConsentSection residents={residents} residentId={resident.id} folder={folder} />
          <div>
            <Button variant="danger" icon={<Trash2 />} onClick={() => void remove()} data-testid="resident-remove">
              {words.remove}
            </Button>
          </div>
        </>
      )}
    </Screen>
  );
}

function Person({ resident }: { readonly resident: Resident }) {
  const { folder: words } = useMessages(residentsWords);
  const [shown, setShown] = useState(false);
  const { nik, phone, note } = resident;
  return (
    <Card className={styles.card}>
      <p className={styles.nik} data-testid="resident-nik-shown">
        {nik === '' ? words.noNik : shown ? inFours(nik) : maskNik(nik)}
      </p>
      <p>{phone === '' ? words.noPhone : showPhone(phone)}</p>
      {note !== '' && <p className={styles.name}>{note}</p>}
      <div className={styles.actions}>
        {nik !== '' && (
          <Button variant="secondary" onClick={() => setShown(!shown)} data-testid="resident-reveal">
            {shown ? words.hide : words.show}
          </Button>
        )}
        <ButtonLink href={`/warga/${resident.id}/ubah`} variant="secondary" icon={<Pencil />}>
          {words.change}
        </ButtonLink>
      </div>
    </Card>
  );
}
