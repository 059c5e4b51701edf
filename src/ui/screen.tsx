import { useEffect, useRef, type ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { IconButton } from './button.tsx';
import styles from './screen.module.css';
import { useUiWords } from './ui-words.ts';

export interface ScreenProps {
  /** The only h1. */
  readonly title: ReactNode;
  /** For the tab and the task switcher: no personal data, ever. Needed when the title is not plain text. */
  readonly documentTitle?: string;
  /** Where the arrow leads: an address, or something to do. Without it there is no arrow. */
  readonly back?: string | (() => void);
  /** Beside the arrow, at the top: "Tersimpan", a menu. */
  readonly trailing?: ReactNode;
  /** Between the top bar and the h1: a progress bar, a service's name. */
  readonly above?: ReactNode;
  /** Under the h1: what this screen is for, in a sentence. */
  readonly lead?: ReactNode;
  /** Stays at the bottom, in reach of the thumb. The main button comes first. */
  readonly actions?: ReactNode;
  /** A new value moves the focus to the h1 again: for screens whose content changes without a new route. */
  readonly focusKey?: string;
  /** False where something else on the screen takes the focus when it comes: what is wrong. */
  readonly focusTitle?: boolean;
  readonly testId?: string;
  readonly children?: ReactNode;
}

// The very first screen after a start leaves the focus where the browser has it.
let anyScreenShown = false;

/** One screen: top bar, one h1 that takes the focus when the screen comes, content, bottom bar. */
export function Screen(props: ScreenProps) {
  const {
    title,
    documentTitle,
    back,
    trailing,
    above,
    lead,
    actions,
    focusKey,
    focusTitle = true,
    testId,
    children,
  } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const words = useUiWords();
  const tabTitle = documentTitle ?? (typeof title === 'string' ? title : words.appName);

  useEffect(() => {
    document.title = tabTitle === words.appName ? tabTitle : `${tabTitle} · ${words.appName}`;
  }, [tabTitle, words.appName]);

  useEffect(() => {
    if (anyScreenShown && focusTitle) heading.current?.focus({ preventScroll: true });
    anyScreenShown = true;
  }, [focusKey, focusTitle]);

  const hasBar = back !== undefined || trailing !== undefined;
  return (
    <div className={styles.screen} data-testid={testId}>
      {hasBar && (
        <div className={styles.top}>
          <div className={styles.topInner}>
            <BackButton back={back} label={words.back} />
            <div className={styles.trailing}>{trailing}</div>
          </div>
        </div>
      )}
      <div className={styles.content}>
        <div className={styles.head}>
          {above}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {children}
      </div>
      {actions !== undefined && (
        <div className={styles.actions}>
          <div className={styles.actionsInner}>{actions}</div>
        </div>
      )}
    </div>
  );
}

function BackButton({ back, label }: { readonly back: ScreenProps['back']; readonly label: string }) {
  if (back === undefined) return null;
  if (typeof back === 'string') {
    return (
      <a href={back} className={styles.back} aria-label={label} title={label}>
        <ArrowLeft />
      </a>
    );
  }
  return <IconButton label={label} icon={<ArrowLeft />} onClick={back} />;
}
