import type { HTMLAttributes, HTMLInputTypeAttribute } from 'react';
import styles from './field.module.css';
import { fieldAria, fieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The person went on to something else. */
  readonly onLeave?: (() => void) | undefined;
  readonly lines?: boolean;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly placeholder?: string;
  /** Stands behind the number: "gram". */
  readonly unit?: string;
}

/** Takes whatever is typed: nothing is refused or rewritten under the fingers. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onLeave,
    lines = false,
    type = 'text',
    inputMode,
    autoComplete = 'off',
    placeholder,
    unit,
    ...frame
  } = props;
  const aria = fieldAria(frame);
  const described = [aria['aria-describedby'], unit === undefined ? undefined : `${frame.id}-unit`].filter(Boolean);
  const shared = {
    id: frame.id,
    value,
    autoComplete,
    placeholder,
    className: styles.control,
    onBlur: onLeave,
    'data-testid': frame.testId,
    ...aria,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
  };
  const input = (
    <input
      {...shared}
      type={type}
      inputMode={inputMode}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  const control = lines ? (
    <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
  ) : unit === undefined ? (
    input
  ) : (
    <span className={styles.withUnit}>
      {input}
      <span id={`${frame.id}-unit`}>{unit}</span>
    </span>
  );
  return fieldFrame(frame, control);
}
