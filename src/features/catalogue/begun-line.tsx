import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { useNow } from '#ui/use-now.ts';
import { useBegun } from './use-begun.ts';

/** Nobody types a form twice that lies half done on the phone. */
export function BegunLine({ serviceId }: { readonly serviceId: string }) {
  const words = useMessages(servicePageWords);
  const formats = useFormats();
  const nowMs = useNow();
  const begun = useBegun(serviceId);
  const [newest] = begun;
  if (newest === undefined) return null;
  return (
    <p data-testid="begun">
      {begun.length === 1 ? words.begun(formats.ago(newest.createdAtMs, nowMs)) : words.begunSeveral(begun.length)}
    </p>
  );
}
