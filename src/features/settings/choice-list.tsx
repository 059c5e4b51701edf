import { useId } from 'react';
import styles from './choice-list.module.css';

export interface ChoiceListProps<T extends string> {
  readonly title: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, all in sight; takes effect at once. */
export function ChoiceList<T extends string>({ title, options, names, value, onChoose }: ChoiceListProps<T>) {
  const group = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option} className={styles.choice}>
          <input
            type="radio"
            name={group}
            value={option}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          <span>{names[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
