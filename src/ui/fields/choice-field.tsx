import styles from './field.module.css';
import { GroupFrame, type FieldFrameProps } from './field-frame.tsx';
import type { Choice } from './select-field.tsx';

export interface ChoiceFieldProps extends FieldFrameProps {
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Boxes to tick instead of one of several. */
  readonly several?: boolean;
  /** All that is chosen after the press. */
  readonly onChange: (chosen: readonly string[]) => void;
}

export function ChoiceField({ choices, chosen, several = false, onChange, ...frame }: ChoiceFieldProps) {
  function press(value: string, checked: boolean): void {
    if (!several) onChange([value]);
    else onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value));
  }
  return (
    <GroupFrame frame={frame} radios={!several}>
      <span className={styles.choices}>
        {choices.map(({ value, label, note }) => (
          <label key={value} className={styles.choice}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={frame.id}
              value={value}
              checked={chosen.includes(value)}
              aria-invalid={several && frame.error !== undefined ? true : undefined}
              onChange={(event) => press(value, event.target.checked)}
            />
            <span>
              {label}
              {note !== undefined && <span className={styles.note}>{note}</span>}
            </span>
          </label>
        ))}
      </span>
    </GroupFrame>
  );
}
