import type { HTMLAttributes, HTMLInputTypeAttribute } from 'react';
import styles from './field.module.css';
import { fieldAria, FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lines?: boolean;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly placeholder?: string;
}

/** Takes whatever is typed: nothing is refused or rewritten under the fingers. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    lines = false,
    type = 'text',
    inputMode,
    autoComplete = 'off',
    placeholder,
    ...frame
  } = props;
  const shared = {
    id: frame.id,
    value,
    autoComplete,
    placeholder,
    className: styles.control,
    'data-testid': frame.testId,
    ...fieldAria(frame),
  };
  return (
    <FieldFrame frame={frame}>
      {lines ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldFrame>
  );
}
