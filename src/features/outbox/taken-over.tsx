import { UserCheck } from 'lucide-react';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { claimWords } from '#i18n/sets/claim.ts';
import { useClaimedAt } from '#services/use-claims.ts';
import { Notice } from '#ui/notice.tsx';

/** To the officer who put it in: its resident has it in their own list now. */
export function TakenOver({ applicationId }: { readonly applicationId: string }) {
  const { takenOver: words } = useMessages(claimWords);
  const formats = useFormats();
  const atMs = useClaimedAt(applicationId);
  if (atMs === null) return null;
  return (
    <div data-testid="taken-over">
      <Notice tone="info" icon={<UserCheck />} headingLevel={2} title={words.title} live="status">
        {words.text(formats.date(atMs))}
      </Notice>
    </div>
  );
}
