import { MapPin } from 'lucide-react';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { Notice } from '#ui/notice.tsx';

/** Said before the form: nobody fills in seven steps to learn then that they have to come anyway. */
export function VisitNotice({ visit }: { readonly visit: ServiceDefinition['visit'] }) {
  const { visit: words } = useMessages(servicePageWords);
  const text = useLocalText();
  if (visit.required === 'none') {
    return <Notice tone="success">{visit.note === undefined ? words.none : text(visit.note)}</Notice>;
  }
  return (
    <Notice tone="info" icon={<MapPin />} headingLevel={2} title={words.title}>
      <p>{words[visit.required]}</p>
      {visit.note !== undefined && <p>{text(visit.note)}</p>}
    </Notice>
  );
}
