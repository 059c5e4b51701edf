import { grouped, type StatusKey, statusLink } from '#domain/application/status-link.ts';
import { useMessages } from '#i18n/messages.ts';
import { statusLookupWords } from '#i18n/sets/status-lookup.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Section } from '#ui/section.tsx';

/** On a receipt: what lets anybody with it see where the application is. */
export function StatusCode(key: StatusKey) {
  const { onReceipt: words } = useMessages(statusLookupWords);
  const address = statusLink(location.origin, key);
  return (
    <Section title={words.title}>
      <p>{words.text}</p>
      <QrCode text={address} label={words.codeLabel(key.registrationNumber)} />
      <p data-testid="status-code">{words.secret(grouped(key.secret))}</p>
      <div>
        <CopyButton text={address} label={words.copy} copied={words.copied} notCopied={words.notCopied} />
      </div>
    </Section>
  );
}

/** The same on paper. */
export function PrintedStatusCode(key: StatusKey) {
  const { onReceipt: words } = useMessages(statusLookupWords);
  return (
    <>
      <QrCode text={statusLink(location.origin, key)} label={words.codeLabel(key.registrationNumber)} />
      <p>{words.at(`${location.origin}/status`)}</p>
      <p>{words.secret(grouped(key.secret))}</p>
    </>
  );
}
