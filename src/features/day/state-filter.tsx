import { countStates } from '#domain/day/day-summary.ts';
import { type DayRow, type DayState, dayStates } from '#domain/day/day-row.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { Button } from '#ui/button.tsx';
import styles from './day.module.css';

/** One press shows one state, and each says how many there are. */
export function StateFilter(props: {
  readonly rows: readonly DayRow[];
  readonly chosen: DayState | '';
  readonly onChoose: (state: DayState | '') => void;
}) {
  const words = useMessages(dayWords);
  const counts = countStates(props.rows);
  const choices = [
    { state: '' as const, label: `${words.all} ${props.rows.length}` },
    ...dayStates.map((state) => ({ state, label: `${words.states[state]} ${counts[state]}` })),
  ];
  return (
    <fieldset aria-label={words.stateFilter}>
      <div className={styles.states}>
        {choices.map(({ state, label }) => (
          <Button
            key={state}
            variant={state === props.chosen ? 'primary' : 'secondary'}
            aria-pressed={state === props.chosen}
            className={styles.state}
            onClick={() => props.onChoose(state)}
            data-testid={`day-state-${state === '' ? 'all' : state}`}
          >
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
