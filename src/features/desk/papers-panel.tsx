import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import type { DeskCase, DeskPaper } from '#domain/desk/desk-case.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { Button } from '#ui/button.tsx';
import { slotPointer } from './answer-lines.ts';
import { MarkBox } from './mark-box.tsx';
import { PaperView } from './paper-view.tsx';
import type { Marks } from './use-marks.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The papers beside the answers, one at a time and large enough to compare. */
export function PapersPanel(props: {
  readonly desk: DeskMenu;
  readonly seen: DeskCase;
  readonly definition: ServiceDefinition | null;
  readonly marks: Marks | null;
}) {
  const { desk, seen, definition, marks } = props;
  const { item: words } = useMessages(deskWords);
  const text = useLocalText();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [heldId, setHeld] = useState<string | null>(null);
  const { papers } = seen;
  const shown = papers.find(({ id }) => id === chosenId) ?? papers.find(({ state }) => state === 'clean') ?? papers[0];
  const held = papers.find(({ id }) => id === heldId);
  const readable = papers.filter(({ state }) => state === 'clean');
  const slotName = (slot: string) =>
    text(definition?.requirements.find(({ id }) => id === slot)?.label ?? { id: slot });
  useShortcuts({
    papers: () => {
      const at = papers.findIndex(({ id }) => id === shown?.id);
      setChosen(papers[(at + 1) % papers.length]?.id ?? null);
    },
  });
  /** The one that is looked at stays; the list chooses what comes beside it. */
  function compare(): void {
    if (held !== undefined || shown === undefined) return setHeld(null);
    setHeld(shown.id);
    setChosen(readable[(readable.indexOf(shown) + 1) % readable.length]?.id ?? null);
  }
  return (
    <section className="desk-panel desk-papers" aria-labelledby="desk-papers">
      <div className="desk-papers-head">
        <h2 id="desk-papers">{words.papers}</h2>
        {readable.length > 1 && (
          <Button
            variant="quiet"
            icon={<Columns2 />}
            aria-pressed={held !== undefined}
            title={words.paper.compareHint}
            onClick={compare}
            data-testid="desk-compare"
          >
            {words.paper.compare}
          </Button>
        )}
      </div>
      {papers.length === 0 && <p className="desk-soft">{words.noPapers}</p>}
      <ul className="desk-paper-list" aria-label={words.paper.list}>
        {papers.map((paper) => {
          const pointer = slotPointer(paper.slot);
          const name = nameOf(paper, papers, slotName);
          return (
            <li key={paper.id} data-marked={marks?.has(pointer) === true}>
              <button
                type="button"
                aria-pressed={paper.id === shown?.id || paper.id === held?.id}
                onClick={() => setChosen(paper.id)}
                data-testid="desk-paper"
              >
                {name}
                {paper.state !== 'clean' && (
                  <span className="desk-soft">
                    {paper.state === 'expected' ? words.paper.notHere : words.paper.refused}
                  </span>
                )}
                {seen.fields.includes(pointer) && <span className="desk-before">{words.askedBefore}</span>}
              </button>
              {marks !== null && <MarkBox marks={marks} pointer={pointer} label={words.mark(name)} />}
            </li>
          );
        })}
      </ul>
      <div className="desk-sheets">
        {[held, shown === held ? undefined : shown]
          .filter((paper) => paper?.state === 'clean')
          .map(
            (paper) =>
              paper && <PaperView key={paper.id} {...{ desk, paper }} name={nameOf(paper, papers, slotName)} />,
          )}
      </div>
    </section>
  );
}

/** "KTP pemohon", and with a number where there are several. */
function nameOf(paper: DeskPaper, all: readonly DeskPaper[], slotName: (slot: string) => string): string {
  const same = all.filter(({ slot }) => slot === paper.slot);
  return same.length === 1 ? slotName(paper.slot) : `${slotName(paper.slot)} ${same.indexOf(paper) + 1}`;
}
