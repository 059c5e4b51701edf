import type { GivenFile, GivenPickup, GivenResult } from '#domain/application/given-result.ts';
import { useFullDate } from '#i18n/full-date.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { resultsWords } from '#i18n/sets/results.ts';
import type { Menu } from '#services/menu.ts';
import { useLater } from '#services/use-later.ts';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { ResultFile } from './result-file.tsx';

const open = async (menu: Menu) => (await (await menu.timelines())?.results()) ?? null;

/** "Dokumen sudah jadi": what the office has given, as a file or to be fetched. */
export function ResultsCard(props: { readonly applicationId: string; readonly results: readonly GivenResult[] }) {
  const words = useMessages(resultsWords);
  return (
    <Section title={words.title}>
      {props.results.map((result) => (
        <Card key={result.id}>
          <article data-testid="result" data-kind={result.kind}>
            <h3>{result.title}</h3>
            {result.kind === 'file' ? (
              <GivenAsFile applicationId={props.applicationId} file={result} />
            ) : (
              <Pickup pickup={result} />
            )}
          </article>
        </Card>
      ))}
      <p>{words.signature}</p>
    </Section>
  );
}

function GivenAsFile({ applicationId, file }: { readonly applicationId: string; readonly file: GivenFile }) {
  const words = useMessages(resultsWords);
  const formats = useFormats();
  const menu = useLater(open);
  return (
    <>
      <Facts
        facts={[
          ...numberOf(file, words.number),
          [words.given, formats.dateTime(file.givenAtMs)],
          [words.size, formats.bytes(file.sizeBytes)],
        ]}
      />
      {menu === null && <Notice tone="alert">{words.notLoaded}</Notice>}
      {menu && <ResultFile results={menu} applicationId={applicationId} file={file} />}
    </>
  );
}

function Pickup({ pickup }: { readonly pickup: GivenPickup }) {
  const words = useMessages(resultsWords);
  const fullDate = useFullDate();
  const { place, from, until, bring } = pickup;
  return (
    <Facts
      facts={[
        ...numberOf(pickup, words.number),
        [words.place, place],
        [words.from, fullDate(from)],
        ...(until === null ? [] : [[words.until, fullDate(until)] as const]),
        ...(bring === null ? [] : [[words.bring, bring] as const]),
      ]}
    />
  );
}

function numberOf({ number }: GivenResult, label: string): readonly (readonly [string, string])[] {
  return number === null ? [] : [[label, number]];
}
