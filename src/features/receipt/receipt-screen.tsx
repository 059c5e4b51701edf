import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { statusLink } from '#domain/application/status-link.ts';
import type { Receipt as ReceiptOfOffice } from '#domain/application/receipt.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { receiptWords } from '#i18n/sets/receipt.ts';
import { statusLookupWords } from '#i18n/sets/status-lookup.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useMaskedName } from '#services/use-masked-name.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PrintSheet } from '#ui/print-sheet.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Screen } from '#ui/screen.tsx';
import { ShareButton } from '#ui/share-button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { receiptAddress } from './receipt-address.ts';
import { PrintedStatusCode, StatusCode } from './status-code.tsx';
import styles from './receipt.module.css';

/** /permohonan/:id/tanda-terima: what proves, without signal too, that the office has an application. */
export function ReceiptScreen() {
  const words = useMessages(receiptWords);
  const { missing, title, failedTitle } = useMessages(outboxWords);
  const troubles = useMessages(troubleWords);
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
  // It proves the more when the office has lost what it received.
  const isReceived = entry !== undefined && (entry.delivery.state === 'delivered' || isForgotten(entry));
  const receipt = isReceived ? entry.delivery.receipt : null;
  if (entry === undefined || receipt?.signed === undefined) {
    return (
      <Screen title={words.title} back={back}>
        <EmptyState title={missing.title} actions={<ButtonLink href="/permohonan">{title}</ButtonLink>} />
      </Screen>
    );
  }
  const secret = found.value?.tracked?.timeline?.lookupSecret;
  return <Receipt entry={entry} receipt={receipt} signed={receipt.signed} secret={secret} />;
}

function Receipt({
  entry,
  receipt,
  signed,
  secret,
}: {
  readonly entry: OutboxEntry;
  readonly receipt: ReceiptOfOffice;
  readonly signed: string;
  /** Unknown until the office was asked about the application. */
  readonly secret: string | undefined;
}) {
  const words = useMessages(receiptWords);
  const text = useLocalText();
  const formats = useFormats();
  const maskedName = useMaskedName(entry);
  const address = receiptAddress(location.origin, signed);
  const service = text(entry.serviceName);
  const { registrationNumber } = receipt;
  const status = secret === undefined ? undefined : { registrationNumber, secret };
  const { onReceipt } = useMessages(statusLookupWords);
  const shared = [
    words.shared(service, registrationNumber, address),
    ...(status === undefined ? [] : [onReceipt.shared(statusLink(location.origin, status))]),
  ];
  const facts = [
    [words.number, registrationNumber],
    [words.service, service],
    ...(maskedName === null ? [] : [[words.forWhom, maskedName] as const]),
    [words.receivedAt, formats.dateTime(receipt.receivedAtMs)],
  ] as const;
  return (
    <Screen testId="receipt" title={words.title} lead={words.lead} back={`/permohonan/${entry.applicationId}`}>
      <QrCode text={address} label={words.codeLabel(registrationNumber)} />
      <Facts facts={facts} />
      <p>{words.notADocument}</p>
      <div className={styles.actions}>
        <ShareButton label={words.share} text={shared.join('\n')} fileName={`${registrationNumber}.txt`} />
        <CopyButton text={address} label={words.copy} copied={words.copied} notCopied={words.notCopied} />
        <Button variant="secondary" icon={<Printer />} onClick={() => print()} data-testid="print">
          {words.print}
        </Button>
        <ButtonLink href="/periksa" variant="quiet">
          {words.check}
        </ButtonLink>
      </div>
      {status !== undefined && <StatusCode {...status} />}
      <PrintSheet title={`Ajukan · ${words.title}`}>
        <Facts facts={facts} />
        <QrCode text={address} label={words.codeLabel(registrationNumber)} />
        <p>{words.checkAt(`${location.origin}/periksa`)}</p>
        {status !== undefined && <PrintedStatusCode {...status} />}
        <p>{words.notADocument}</p>
      </PrintSheet>
    </Screen>
  );
}
