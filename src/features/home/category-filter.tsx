import { useMessages } from '#i18n/messages.ts';
import { homeWords } from '#i18n/sets/home.ts';
import { Button } from '#ui/button.tsx';
import styles from './category-filter.module.css';

/** One press shows one kind of service: for a thumb that would rather not type, and for eyes that would rather not read all. */
export function CategoryFilter(props: {
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  /** Empty: all. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const { services: words } = useMessages(homeWords);
  return (
    <fieldset aria-label={words.kinds}>
      <div className={styles.kinds} ref={showChosen}>
        {[{ id: '', name: words.all }, ...props.categories].map(({ id, name }) => (
          <Button
            key={id}
            variant={id === props.chosen ? 'primary' : 'secondary'}
            aria-pressed={id === props.chosen}
            className={styles.kind}
            onClick={() => props.onChoose(id)}
          >
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Who comes back to a kind that lies off the edge finds it in sight. */
function showChosen(line: HTMLElement | null): void {
  const chosen = line?.querySelector<HTMLElement>('[aria-pressed="true"]');
  if (line && chosen) line.scrollLeft = chosen.offsetLeft - line.offsetLeft - 48;
}
