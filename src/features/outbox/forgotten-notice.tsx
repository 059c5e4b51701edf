import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Receipt } from '#domain/application/receipt.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { forgottenWords } from '#i18n/sets/forgotten.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { ApplyAgain } from './apply-again.tsx';
import { notSavedText } from './not-saved-text.ts';
import { RefillDialog } from './refill-dialog.tsx';
import { tryAgain } from './try-again.ts';

/** The office has no more what it once took: what proves that it had, and the ways that are left. */
export function ForgottenNotice({ entry }: { readonly entry: OutboxEntry }) {
  const words = useMessages(forgottenWords);
  const { actions } = useMessages(outboxWords);
  const { outbox } = useMenu();
  const { about, applicationId } = entry;
  const originalId = about?.applicationId ?? applicationId;
  const receipt = useReceipt(originalId);
  const isSigned = receipt?.signed !== undefined;
  return (
    <>
      <div data-testid="forgotten">
        <Notice
          tone="alert"
          icon={<TriangleAlert />}
          headingLevel={2}
          title={words.title}
          actions={
            <>
              {isSigned && <ButtonLink href={`/permohonan/${originalId}/tanda-terima`}>{words.receipt}</ButtonLink>}
              {about?.kind === 'revision' && <AsNew entry={entry} isFirst={!isSigned} />}
              {about !== undefined && (
                <Button variant="quiet" onClick={() => void tryAgain(outbox, applicationId)}>
                  {actions.tryAgain}
                </Button>
              )}
              {about?.kind === 'withdrawal' && <Close entry={entry} />}
            </>
          }
        >
          <p>{words.lost(receipt?.registrationNumber ?? null)}</p>
          {receipt !== null && (
            <p>
              {isSigned && `${words.proof} `}
              {isSigned ? words.callOfficeWithReceipt : words.callOffice}
            </p>
          )}
          {about !== undefined && <p>{words.kept[about.kind]}</p>}
          {about?.kind === 'revision' && <p>{words.orNew}</p>}
        </Notice>
      </div>
      {about === undefined && entry.sealed === undefined && <ApplyAgain applicationId={applicationId} />}
    </>
  );
}

/** Of the application itself; null while it is looked for, and where this phone never had one. */
function useReceipt(applicationId: string): Receipt | null {
  const menu = useMenu();
  const found = useLive(useMemo(() => menu.outbox.item(applicationId), [menu, applicationId]));
  return found.state === 'ready' ? (found.value?.entry.delivery.receipt ?? null) : null;
}

function AsNew({ entry, isFirst }: { readonly entry: OutboxEntry; readonly isFirst: boolean }) {
  const words = useMessages(forgottenWords);
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { applicationId, sealed } = entry;

  async function reopen(): Promise<void> {
    const result = await outbox.reopen(applicationId);
    if (result.kind === 'started') await navigate(`/isi/${result.draftId}`);
    else showToast({ message: currentMessages(outboxWords).actions.cannotReopen, tone: 'alert' });
  }

  return (
    <>
      <Button
        variant={isFirst ? 'primary' : 'secondary'}
        data-testid="as-new"
        onClick={() => (sealed === undefined ? void reopen() : setAsking(true))}
      >
        {words.asNew}
      </Button>
      <RefillDialog open={asking} applicationId={applicationId} onClose={() => setAsking(false)} />
    </>
  );
}

function Close({ entry: { applicationId, about } }: { readonly entry: OutboxEntry }) {
  const words = useMessages(forgottenWords);
  const menu = useMenu();
  const navigate = useNavigate();

  async function close(): Promise<void> {
    const result = await (await menu.repairs())?.drop(applicationId);
    if (result?.kind === 'saved') {
      await navigate(`/permohonan/${about?.applicationId ?? ''}`, { replace: true });
      showToast({ message: words.closed });
    } else if (result !== undefined) showToast({ message: notSavedText(result), tone: 'alert' });
  }

  return (
    <Button variant="quiet" onClick={() => void close()}>
      {words.close}
    </Button>
  );
}
