import { ChartColumn, Inbox, Keyboard, UserRound } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { seesNumbers } from './use-roles.ts';
import { WaitingDecisions } from './waiting-decisions.tsx';

/** The bar over every screen of the desk, what still waits to be told to the office, and the help for the keys. */
export function DeskFrame(props: {
  readonly desk: DeskMenu;
  readonly roles: readonly string[];
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { desk, roles, name, children } = props;
  const words = useMessages(deskWords);
  const { pathname } = useLocation();
  const [keysOpen, setKeysOpen] = useState(false);
  useShortcuts({ help: () => setKeysOpen(true) });
  return (
    <div className="desk">
      <header className="desk-bar">
        <a className="desk-brand" href="/meja">
          {words.title}
        </a>
        <nav className="desk-nav" aria-label={words.nav.label}>
          <a href="/meja" aria-current={pathname === '/meja' ? 'page' : undefined}>
            <Inbox />
            <span>{words.nav.queue}</span>
          </a>
          {seesNumbers(roles) && (
            <a href="/meja/kinerja">
              <ChartColumn />
              <span>{words.nav.numbers}</span>
            </a>
          )}
        </nav>
        <div className="desk-bar-end">
          <button
            type="button"
            className="desk-tool"
            onClick={() => setKeysOpen(true)}
            aria-label={words.nav.keys}
            title={words.nav.keys}
            data-testid="desk-keys"
          >
            <Keyboard />
          </button>
          <a className="desk-tool" href="/akun" aria-label={`${words.nav.account}: ${name}`} title={name}>
            <UserRound />
            <span className="desk-name">{name}</span>
          </a>
        </div>
      </header>
      <WaitingDecisions desk={desk} />
      {children}
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}

/** Says what the tab is about; never whose application it is. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Ajukan`;
  }, [title]);
}
