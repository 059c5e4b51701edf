import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import styles from './combobox.module.css';
import { fieldAria, fieldFrame, type FieldFrameProps } from './field-frame.tsx';
import fieldStyles from './field.module.css';
import type { Choice } from './select-field.tsx';

export interface ComboboxFieldProps extends FieldFrameProps {
  /** What stands in the field: the name of what is chosen, or what was typed. */
  readonly text: string;
  readonly chosen: string | undefined;
  /** What fits, best first; everything for ''. */
  readonly find: (typed: string) => readonly Choice[];
  readonly onType: (text: string) => void;
  readonly onChoose: (value: string) => void;
  readonly icon?: ReactNode;
  readonly words: {
    readonly placeholder: string;
    readonly nothing: string;
    readonly count: (count: number) => string;
  };
}

/**
 * A list that is searched by typing, for choices too many to scroll through: the combobox of the ARIA practices, with
 * the focus in the text all the time.
 */
export function ComboboxField(props: ComboboxFieldProps) {
  const { text, chosen, find, onType, onChoose, words, icon = <ChevronDown />, ...frame } = props;
  const listId = useId();
  const { open, searching, choices, active, at, show, hide, type, move } = useChoices(find, text);
  const box = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listed = open && choices.length > 0;
  const nothing = searching && choices.length === 0 && text.trim() !== '';
  const optionId = (index: number): string => `${listId}-${index}`;
  useEffect(() => {
    if (!open) return;
    const reveal = () =>
      box.current?.scrollIntoView({ block: matchMedia('(pointer: coarse)').matches ? 'start' : 'nearest' });
    reveal();
    // A phone's keyboard takes half of the screen, a moment later.
    addEventListener('resize', reveal);
    return () => removeEventListener('resize', reveal);
  }, [open]);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  function choose(choice: Choice | undefined): void {
    if (choice !== undefined) onChoose(choice.value);
    hide();
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) move(event.key === 'ArrowDown' ? 1 : -1);
      else show(choices.findIndex(({ value }) => value === chosen));
    } else if (event.key === 'Enter' && open && at !== undefined) {
      event.preventDefault();
      choose(at);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      hide();
    }
  }
  const labelId = `${frame.id}-label`;
  return fieldFrame(
    frame,
    <>
      <span ref={box} className={styles.box}>
        <input
          id={frame.id}
          data-testid={frame.testId}
          className={classNames(fieldStyles.control, styles.input)}
          role="combobox"
          aria-expanded={listed}
          aria-autocomplete="list"
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={listed && at !== undefined ? optionId(active) : undefined}
          {...fieldAria(frame)}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="done"
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => {
            onType(event.target.value);
            type();
          }}
          onFocus={(event) => event.target.select()}
          onClick={() => open || show(choices.findIndex(({ value }) => value === chosen))}
          onKeyDown={press}
          onBlur={hide}
        />
        {icon}
        {listed && (
          <div ref={list} id={listId} role="listbox" aria-labelledby={labelId} className={styles.list}>
            {choices.map((choice, index) => (
              <div
                key={choice.value}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={choice.value === chosen}
                data-value={choice.value}
                className={classNames(styles.option, index === active && styles.active)}
                // The text keeps the focus, so that the list stays until the press is over.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(choice)}
              >
                {choice.label}
              </div>
            ))}
          </div>
        )}
        {open && nothing && <span className={classNames(styles.list, styles.nothing)}>{words.nothing}</span>}
      </span>
      <VisuallyHidden>
        <output>{nothing ? words.nothing : searching && listed ? words.count(choices.length) : ''}</output>
      </VisuallyHidden>
    </>,
    labelId,
  );
}

/** Which choices are shown, and which of them Enter would take. */
function useChoices(find: (typed: string) => readonly Choice[], text: string) {
  const [open, setOpen] = useState(false);
  /** Since the list opened; before that, the text is what was chosen last, and everything is shown. */
  const [searching, setSearching] = useState(false);
  const [wanted, setWanted] = useState(-1);
  const choices = find(open && searching ? text : '');
  const active = Math.min(wanted, choices.length - 1);
  return {
    open,
    searching,
    choices,
    active,
    at: choices[active],
    show(first: number) {
      setOpen(true);
      setSearching(false);
      setWanted(first);
    },
    hide() {
      setOpen(false);
      setSearching(false);
    },
    /** What fits best is taken with Enter. */
    type() {
      setOpen(true);
      setSearching(true);
      setWanted(0);
    },
    move(by: 1 | -1) {
      const count = choices.length;
      if (count > 0) setWanted(active === -1 && by === -1 ? count - 1 : (active + by + count) % count);
    },
  };
}
