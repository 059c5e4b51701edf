import { type MouseEvent, useEffect, useRef } from 'react';
import { Notice } from '#ui/notice.tsx';
import styles from './apply.module.css';
import { fieldId, focusField } from './field-id.ts';
import type { ProblemLine } from './use-problem-text.ts';

/** All that is wrong on a screen; takes the focus with every new `attempt`, and each line leads to its field. */
export function ProblemSummary(props: {
  readonly attempt: number;
  readonly title: string;
  readonly lines: readonly ProblemLine[];
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [props.attempt]);
  if (props.lines.length === 0) return null;
  function go(event: MouseEvent, pointer: string): void {
    event.preventDefault();
    focusField(pointer);
  }
  return (
    <div ref={box} tabIndex={-1} data-testid="problems">
      <Notice tone="alert" live="alert" title={props.title} headingLevel={2}>
        <ul className={styles.problems}>
          {props.lines.map(({ pointer, text }) => (
            <li key={pointer + text}>
              <a href={`#${fieldId(pointer)}`} onClick={(event) => go(event, pointer)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
