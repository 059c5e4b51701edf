import styles from './field.module.css';

/** One box to tick. */
export function CheckField(props: {
  readonly label: string;
  readonly testId?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.choice} data-testid={props.testId}>
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  );
}
