import { useState } from 'react';
import type { ConsentMark } from '#domain/resident/consent.ts';
import type { LocalizedText } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import type { ResidentFolder, ResidentsMenu } from '#services/menu-residents.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';

/** How and when the resident has agreed to each application, and the way to take that back. */
export function ConsentSection(props: {
  readonly residents: ResidentsMenu;
  readonly residentId: string;
  readonly folder: ResidentFolder;
}) {
  const { residents, residentId, folder } = props;
  const { folder: words } = useMessages(residentsWords);
  const given = consentsIn(folder);
  if (given.length === 0) return null;
  return (
    <Section title={words.consent}>
      <List label={words.consent}>
        {given.map((one) => (
          <ConsentRow key={one.id} {...one} />
        ))}
      </List>
      {given.some(({ isOpen }) => isOpen) && <Withdraw residents={residents} residentId={residentId} folder={folder} />}
    </Section>
  );
}

interface Given {
  readonly id: string;
  readonly name: LocalizedText;
  readonly consent: ConsentMark;
  /** It is not at the office, and may still be taken back. */
  readonly isOpen: boolean;
}

function consentsIn({ drafts, items }: ResidentFolder): readonly Given[] {
  const ofDrafts = drafts.flatMap(({ id, definition, consent }): Given[] =>
    consent === undefined ? [] : [{ id, name: definition.name, consent, isOpen: consent.withdrawnAtMs === undefined }],
  );
  const ofEntries = items.flatMap(({ entry: { applicationId, serviceName, consent, delivery } }): Given[] => {
    if (consent === undefined) return [];
    const isOpen = consent.withdrawnAtMs === undefined && delivery.state !== 'delivered';
    return [{ id: applicationId, name: serviceName, consent, isOpen }];
  });
  return [...ofDrafts, ...ofEntries];
}

function ConsentRow({ name, consent }: Given) {
  const { folder: words } = useMessages(residentsWords);
  const formats = useFormats();
  const text = useLocalText();
  const { withdrawnAtMs } = consent;
  return (
    <ListRow
      testId="resident-consent"
      title={text(name)}
      description={words.agreed(formats.date(consent.givenAtMs), words.how[consent.method])}
      {...(withdrawnAtMs === undefined ? {} : { meta: words.withdrawnOn(formats.date(withdrawnAtMs)) })}
    />
  );
}

function Withdraw({ residents, residentId, folder }: Parameters<typeof ConsentSection>[0]) {
  const { folder: words } = useMessages(residentsWords);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const sent = folder.items.filter(({ entry }) => entry.delivery.state === 'delivered').length;
  const unsent = folder.drafts.length + folder.items.length - sent;
  async function withdraw(): Promise<void> {
    setBusy(true);
    const result = await residents.withdraw(residentId);
    setBusy(false);
    setAsking(false);
    const { folder: said } = currentMessages(residentsWords);
    showToast(result.kind === 'saved' ? { message: said.withdrawn } : { tone: 'alert', message: said.notWithdrawn });
  }
  return (
    <div>
      <Button variant="secondary" onClick={() => setAsking(true)} data-testid="consent-withdraw">
        {words.withdraw}
      </Button>
      <Dialog
        open={asking}
        title={words.withdrawTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="danger" busy={busy} onClick={() => void withdraw()} data-testid="consent-withdraw-yes">
              {words.withdrawYes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {words.withdrawNo}
            </Button>
          </>
        }
      >
        <p>{words.withdrawUnsent(unsent)}</p>
        <p>{words.withdrawSent(sent)}</p>
        <p>{words.withdrawKept}</p>
      </Dialog>
    </div>
  );
}
