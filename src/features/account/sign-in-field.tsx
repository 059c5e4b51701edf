import { type InputHTMLAttributes, type RefObject, useId } from 'react';
import { classNames } from '#ui/class-names.ts';
import styles from './account.module.css';

export interface SignInFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Digits that are compared with those of a message. */
  readonly spaced?: boolean;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

export function SignInField(props: SignInFieldProps) {
  const { label, hint, problem, value, onChange, inputRef, spaced = false, ...rest } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      <input
        {...rest}
        id={id}
        ref={inputRef}
        className={classNames(styles.input, spaced && styles.spaced)}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-problem`} className={styles.problem}>
        {problem}
      </span>
    </div>
  );
}
