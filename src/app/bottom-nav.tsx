import { FileText, House, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { shellWords } from '#i18n/sets/shell.ts';
import { useMessages } from '#i18n/messages.ts';
import { useOutboxCounts, useUnread } from '#services/outbox-list.ts';
import { classNames } from '#ui/class-names.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './bottom-nav.module.css';

/** The three places of the app, in reach of the thumb; what is not at the office yet is counted here on every one. */
export function BottomNav() {
  const words = useMessages(shellWords);
  const counts = useOutboxCounts();
  const unread = useUnread().length;
  const { pathname } = useLocation();
  return (
    <nav className={styles.nav} aria-label={words.nav.label}>
      <ul className={styles.items}>
        <Item href="/" icon={<House />} current={pathname === '/'} label={words.nav.home} />
        <Item
          href="/permohonan"
          icon={<FileText />}
          current={pathname === '/permohonan'}
          label={words.nav.applications}
          mark={
            <>
              {unread > 0 && (
                <span className={styles.news} data-testid="news-mark">
                  <VisuallyHidden>{words.newsCount(unread)}</VisuallyHidden>
                </span>
              )}
              {counts !== null && counts.unsent > 0 && (
                <span className={classNames(styles.count, counts.needsPerson > 0 && styles.alert)}>
                  <span aria-hidden="true" data-testid="outbox-count">
                    {counts.unsent > 99 ? '99+' : counts.unsent}
                  </span>
                  <VisuallyHidden>{words.unsentCount(counts.unsent)}</VisuallyHidden>
                </span>
              )}
            </>
          }
        />
        <Item
          href="/akun"
          icon={<UserRound />}
          current={pathname === '/akun' || pathname === '/pengaturan'}
          label={words.nav.account}
        />
      </ul>
    </nav>
  );
}

interface ItemProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly current: boolean;
  readonly mark?: ReactNode;
}

function Item({ href, icon, label, current, mark }: ItemProps) {
  return (
    <li className={styles.item}>
      <a href={href} className={styles.link} aria-current={current ? 'page' : undefined}>
        <span className={styles.icon}>
          {icon}
          {mark}
        </span>
        <span>{label}</span>
      </a>
    </li>
  );
}
