import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { focusAfterRow } from './focus-after-row.ts';
import styles from './list.module.css';

/** Rows on one sheet, parted by a hairline. Children are ListRow. */
export function List({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  /** With `href` or `onPress` the whole row can be pressed; with neither it only shows. */
  readonly href?: string;
  readonly onPress?: () => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** A line under the description: badges, dates. */
  readonly meta?: ReactNode;
  readonly leading?: ReactNode;
  /** At the end of the row, outside of what the row's press covers when it holds a button of its own. */
  readonly trailing?: ReactNode;
  /** Buttons of their own beside a pressable row. */
  readonly aside?: ReactNode;
  readonly testId?: string;
}

export function ListRow(props: ListRowProps) {
  const { href, onPress, title, description, meta, leading, trailing, aside, testId } = props;
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const here = row.current;
    return () => focusAfterRow(here);
  }, []);
  const content = (
    <>
      {leading !== undefined && <span className={styles.leading}>{leading}</span>}
      <span className={styles.body}>
        <span className={styles.title}>{title}</span>
        {description !== undefined && <span className={styles.description}>{description}</span>}
        {meta !== undefined && <span className={styles.meta}>{meta}</span>}
      </span>
      {trailing !== undefined && <span className={styles.trailing}>{trailing}</span>}
    </>
  );
  return (
    <li className={styles.row} data-testid={testId} ref={row}>
      <RowBody href={href} onPress={onPress}>
        {content}
      </RowBody>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </li>
  );
}

function RowBody(props: {
  readonly href: string | undefined;
  readonly onPress: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  if (props.href !== undefined) {
    return (
      <a href={props.href} className={classNames(styles.content, styles.pressable)}>
        {props.children}
      </a>
    );
  }
  if (props.onPress !== undefined) {
    return (
      <button type="button" onClick={props.onPress} className={classNames(styles.content, styles.pressable)}>
        {props.children}
      </button>
    );
  }
  return <div className={styles.content}>{props.children}</div>;
}
