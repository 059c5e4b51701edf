import { type MouseEvent, useEffect, useRef } from 'react';
import type { FieldProblem } from '#domain/form/answers.ts';
import type { Field } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { Notice } from '#ui/notice.tsx';
import styles from './apply.module.css';
import { fieldId, focusField } from './field-id.ts';
import { fieldAt, useProblemText } from './use-problem-text.ts';

/** All that is wrong on a screen; takes the focus with every new `attempt`, and each line leads to its field. */
export function ProblemSummary(props: {
  readonly attempt: number;
  readonly problems: readonly FieldProblem[];
  readonly fields: readonly Field[];
}) {
  const words = useMessages(applyWords);
  const text = useLocalText();
  const say = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [props.attempt]);
  if (props.problems.length === 0) return null;
  function go(event: MouseEvent, pointer: string): void {
    event.preventDefault();
    focusField(pointer);
  }
  return (
    <div ref={box} tabIndex={-1} data-testid="problems">
      <Notice tone="alert" live="alert" title={words.problems(props.problems.length)} headingLevel={2}>
        <ul className={styles.problems}>
          {props.problems.map((problem) => {
            const field = fieldAt(props.fields, problem.pointer);
            return (
              <li key={problem.pointer + problem.code}>
                <a href={`#${fieldId(problem.pointer)}`} onClick={(event) => go(event, problem.pointer)}>
                  {field === undefined ? '' : `${text(field.label)}: `}
                  {say(problem, field)}
                </a>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}
