import { useMemo } from 'react';
import type { ReceiptClaims } from '#domain/application/signed-receipt.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { receiptWords } from '#i18n/sets/receipt.ts';
import type { ReceiptCheck } from '#services/receipts-menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Notice } from '#ui/notice.tsx';
import { Facts } from '#ui/facts.tsx';

export function CheckResult({ result }: { readonly result: ReceiptCheck }) {
  const words = useMessages(receiptWords);
  switch (result.kind) {
    case 'genuine':
      return (
        <Notice tone="success" headingLevel={2} title={words.genuineTitle}>
          <Claims claims={result.claims} />
          <p>{words.notADocument}</p>
        </Notice>
      );
    case 'no-receipt':
      return (
        <Notice tone="alert" headingLevel={2} title={words.noReceiptTitle}>
          {words.noReceiptText}
        </Notice>
      );
    case 'forged':
      return (
        <Notice tone="alert" headingLevel={2} title={words.forgedTitle}>
          {words.forgedText}
        </Notice>
      );
    case 'unknown-key':
      return (
        <Notice tone="waiting" headingLevel={2} title={words.unknownKeyTitle}>
          {words.unknownKeyText(result.issuer)}
        </Notice>
      );
    case 'signal-needed':
      return (
        <Notice tone="waiting" headingLevel={2} title={words.signalTitle}>
          {words.signalText}
        </Notice>
      );
  }
}

function Claims({ claims }: { readonly claims: ReceiptClaims }) {
  const words = useMessages(receiptWords);
  const text = useLocalText();
  const formats = useFormats();
  const { catalogue } = useMenu();
  const view = useLive(useMemo(() => catalogue.services(), [catalogue]));
  const service = view.state === 'ready' ? view.value.services.find(({ id }) => id === claims.serviceId) : undefined;
  return (
    <Facts
      facts={[
        [words.number, claims.registrationNumber],
        [words.service, service === undefined ? claims.serviceId : text(service.name)],
        [words.receivedAt, formats.dateTime(claims.receivedAtMs)],
        [words.issuer, claims.issuer],
      ]}
    />
  );
}
