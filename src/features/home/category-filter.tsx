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
    <fieldset aria-label={words.kinds} className={styles.kinds}>
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
    </fieldset>
  );
}
