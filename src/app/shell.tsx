import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { shellWords } from '#i18n/sets/shell.ts';
import { useMessages } from '#i18n/messages.ts';
import { constantValue } from '#lib/constant-value.ts';
import type { VaultState } from '#services/menu.ts';
import { useMenuIfHere, useObservable } from '#services/menu-context.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { ToastRegion } from '#ui/toast.tsx';
import { UiWordsProvider } from '#ui/ui-words.ts';
import { AppRoutes } from './app-routes.tsx';
import { BottomNav } from './bottom-nav.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { markAfterPaint } from './marks.ts';
import { ShellNotices } from './shell-notices.tsx';
import styles from './shell.module.css';
import { useLinkNavigation } from './use-link-navigation.ts';

/** A store counts as healthy until somebody has looked. */
const notLookedAt = constantValue<VaultState>({ kind: 'healthy' });
/** What is drawn before the menu is here is under no lock (storage/first-look.ts). */
const notShut = constantValue(false);

const IncidentScreen = lazy(async () => ({ default: (await import('./incident-screen.tsx')).IncidentScreen }));
const LockScreen = lazy(async () => ({ default: (await import('#features/lock/lock-screen.tsx')).LockScreen }));

/** Only the places of the bottom bar show it: on the others the main button has that room. */
const places = new Set(['/', '/permohonan', '/akun', '/pengaturan']);

export function Shell() {
  const words = useMessages(shellWords);
  const menu = useMenuIfHere();
  const vault = useObservable(menu?.device.vault() ?? notLookedAt);
  // Nothing but the lock is in the page then: what was there is gone from it.
  const shut = useObservable(menu?.isShut ?? notShut) && vault.kind === 'healthy';
  const { pathname, search } = useLocation();
  useLinkNavigation();
  useScrollToTop();

  const healthy = vault.kind === 'healthy';
  return (
    <UiWordsProvider value={words}>
      <div className={styles.shell}>
        <a href="#content" className={styles.skip}>
          {words.skipToContent}
        </a>
        {!shut && <ShellNotices inForm={pathname.startsWith('/isi/')} />}
        <main id="content" tabIndex={-1} className={styles.main}>
          <ErrorBoundary resetKey={pathname + search} fallback={<CrashScreen />}>
            <Suspense fallback={<Waiting />}>
              {shut ? <LockScreen /> : vault.kind === 'healthy' ? <AppRoutes /> : <IncidentScreen vault={vault} />}
              <ReadyMark />
            </Suspense>
          </ErrorBoundary>
        </main>
        {healthy && !shut && places.has(pathname) && <BottomNav />}
        {!shut && <ToastRegion />}
      </div>
    </UiWordsProvider>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Skeleton rows={5} />
    </div>
  );
}

function ReadyMark() {
  useEffect(() => markAfterPaint('app:ready'), []);
  return null;
}

/** A new screen starts at its top; going back, the browser restores where the person was. */
function useScrollToTop(): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  useLayoutEffect(() => {
    if (type !== 'POP' && pathname !== '') window.scrollTo(0, 0);
  }, [pathname, type]);
}
