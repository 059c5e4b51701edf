import styles from './field.module.css';
import { fieldAria, fieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means; shown where every choice is on the screen. */
  readonly note?: string;
}

export interface SelectFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Stands for no choice: "Pilih". */
  readonly none: string;
  readonly disabled?: boolean;
  /** Id of the words that say what is wrong, where they stand beside a group that this is part of. */
  readonly wrongBecause?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The phone's own list, for choices too many to show at once. */
export function SelectField({ value, choices, none, disabled, wrongBecause, onChange, ...frame }: SelectFieldProps) {
  return fieldFrame(
    frame,
    <select
      id={frame.id}
      data-testid={frame.testId}
      className={styles.control}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      {...fieldAria(frame)}
      {...(wrongBecause === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': wrongBecause })}
    >
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>,
  );
}
