import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { receiptWords } from '#i18n/sets/receipt.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { receiptAddress } from './receipt-address.ts';
import { Facts } from '#ui/facts.tsx';
import styles from './receipt.module.css';
import { ShareButton } from './share-button.tsx';

/** /permohonan/:id/tanda-terima: what proves, without signal too, that the office has an application. */
export function ReceiptScreen() {
  const words = useMessages(receiptWords);
  const { missing, title, failedTitle } = useMessages(outboxWords);
  const troubles = useMessages(troubleWords);
  const text = useLocalText();
  const formats = useFormats();
  const { applicationId = '' } = useParams();
  const menu = useMenu();
  const found = useLive(useMemo(() => menu.outbox.item(applicationId), [menu, applicationId]));
  const back = `/permohonan/${applicationId}`;
  if (found.state === 'loading') {
    return (
      <Screen title={words.title} back={back}>
        <Skeleton rows={5} />
      </Screen>
    );
  }
  if (found.state === 'failed') {
    return (
      <Screen title={words.title} back={back}>
        <Notice tone="alert" live="alert" title={failedTitle}>
          {troubles[found.reason]}
        </Notice>
      </Screen>
    );
  }
  const entry = found.value?.entry;
  const receipt = entry?.delivery.state === 'delivered' ? entry.delivery.receipt : undefined;
  if (entry === undefined || receipt?.signed === undefined) {
    return (
      <Screen title={words.title} back={back}>
        <EmptyState title={missing.title} actions={<ButtonLink href="/permohonan">{title}</ButtonLink>} />
      </Screen>
    );
  }
  const address = receiptAddress(location.origin, receipt.signed);
  const service = text(entry.serviceName);
  return (
    <Screen testId="receipt" title={words.title} lead={words.lead} back={back}>
      <QrCode text={address} label={words.codeLabel(receipt.registrationNumber)} />
      <Facts
        facts={[
          [words.number, receipt.registrationNumber],
          [words.service, service],
          [words.receivedAt, formats.dateTime(receipt.receivedAtMs)],
        ]}
      />
      <p>{words.notADocument}</p>
      <div className={styles.actions}>
        <ShareButton label={words.share} text={words.shared(service, receipt.registrationNumber, address)} />
        <CopyButton text={address} label={words.copy} copied={words.copied} notCopied={words.notCopied} />
        <ButtonLink href="/periksa" variant="quiet">
          {words.check}
        </ButtonLink>
      </div>
    </Screen>
  );
}
