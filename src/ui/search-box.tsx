import { Search } from 'lucide-react';
import { useId } from 'react';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows a list while the person types. Escape empties it, as in every browser. */
export function SearchBox({ label, hint, value, onChange }: SearchBoxProps) {
  const id = useId();
  return (
    <search className={styles.search}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.box}>
        <Search />
        <input
          id={id}
          type="search"
          className={styles.input}
          placeholder={hint}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </search>
  );
}
