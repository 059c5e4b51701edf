import { useEffect, useMemo, useState } from 'react';
import type { IssuedAnswer, IssuedDocument } from '#domain/application/given-result.ts';
import { useFullDate } from '#i18n/full-date.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { issuedWords } from '#i18n/sets/issued.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';

/** Plain words: nothing here looks like a stamp, for only the paper itself can be compared. */
export function IssuedResult({ answer }: { readonly answer: IssuedAnswer }) {
  const words = useMessages(issuedWords);
  switch (answer.kind) {
    case 'found':
      return (
        <Notice tone="info" headingLevel={3} title={words.foundTitle}>
          <Found document={answer} />
          <p>{words.compare}</p>
        </Notice>
      );
    case 'unknown':
      return (
        <Notice tone="alert" headingLevel={3} title={words.unknownTitle}>
          {words.unknownText}
        </Notice>
      );
    case 'busy':
      return (
        <Notice tone="waiting" headingLevel={3} title={words.busyTitle}>
          {words.busyText}
        </Notice>
      );
    case 'no-connection':
      return (
        <Notice tone="waiting" headingLevel={3} title={words.signalTitle}>
          {words.signalText}
        </Notice>
      );
  }
}

function Found({ document }: { readonly document: IssuedDocument }) {
  const words = useMessages(issuedWords);
  const text = useLocalText();
  const fullDate = useFullDate();
  const { catalogue } = useMenu();
  const { number, serviceId, issuedOn, office } = document;
  const view = useLive(useMemo(() => catalogue.services(), [catalogue]));
  const service = view.state === 'ready' ? view.value.services.find(({ id }) => id === serviceId) : undefined;
  const place = usePlaceName(office?.area);
  const officeName = office === null ? null : [words.levels[office.level], place].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        [words.number, number],
        [words.service, service === undefined ? serviceId : text(service.name)],
        ...(officeName === null ? [] : [[words.office, officeName] as const]),
        [words.day, fullDate(issuedOn)],
      ]}
    />
  );
}

function usePlaceName(area: string | undefined): string | undefined {
  const [place, setPlace] = useState<string>();
  useEffect(() => {
    if (area === undefined) return;
    let here = true;
    import('#domain/area/areas.ts').then(
      ({ placeName }) => here && setPlace(placeName(area)),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [area]);
  return place;
}
