import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { lazyPart } from '#ui/lazy-part.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { screenPart } from './screen-part.tsx';

// Every place is fetched when it is first needed (and lies in the worker's precache). Those that most starts show are
// fetched beside the app: see tools/screens-ahead.ts.
const home = screenPart(async () => (await import('#features/home/home-screen.tsx')).HomeScreen);
const apply = screenPart(async () => (await import('#features/apply/apply-route.tsx')).ApplyRoute);
const ServiceScreen = lazy(async () => ({
  default: (await import('#features/catalogue/service-screen.tsx')).ServiceScreen,
}));
const OutboxScreen = lazy(async () => ({ default: (await import('#features/outbox/outbox-screen.tsx')).OutboxScreen }));
const ApplicationScreen = lazy(async () => ({
  default: (await import('#features/outbox/application-screen.tsx')).ApplicationScreen,
}));
const AccountScreen = lazy(async () => ({
  default: (await import('#features/account/account-screen.tsx')).AccountScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('#features/settings/settings-screen.tsx')).SettingsScreen,
}));
const DayScreen = lazy(async () => ({ default: (await import('#features/day/day-screen.tsx')).DayScreen }));
const SummaryScreen = lazy(async () => ({
  default: (await import('#features/day/summary-screen.tsx')).SummaryScreen,
}));
const ShareScreen = lazy(async () => ({ default: (await import('#features/share/share-screen.tsx')).ShareScreen }));
const WalletRoute = lazy(async () => ({ default: (await import('#features/wallet/wallet-route.tsx')).WalletRoute }));
const ResidentsRoute = lazy(async () => ({
  default: (await import('#features/residents/residents-route.tsx')).ResidentsRoute,
}));
const ReceiptScreen = lazy(async () => ({
  default: (await import('#features/receipt/receipt-screen.tsx')).ReceiptScreen,
}));
const CheckReceiptScreen = lazy(async () => ({
  default: (await import('#features/receipt/check-receipt-screen.tsx')).CheckReceiptScreen,
}));
const StatusScreen = lazy(async () => ({
  default: (await import('#features/receipt/status-screen.tsx')).StatusScreen,
}));
const SurveyScreen = lazy(async () => ({ default: (await import('#features/survey/survey-screen.tsx')).SurveyScreen }));
const CarryScreen = lazy(async () => ({ default: (await import('#features/outbox/carry-screen.tsx')).CarryScreen }));
const PrivacyRoute = lazy(async () => ({
  default: (await import('#features/privacy/privacy-route.tsx')).PrivacyRoute,
}));
const LockFirst = lazy(async () => ({ default: (await import('#features/lock/lock-first.tsx')).LockFirst }));
const LockSettingsScreen = lazy(async () => ({
  default: (await import('#features/lock/lock-settings-screen.tsx')).LockSettingsScreen,
}));
const DashboardScreen = lazyPart(
  async () => (await import('#features/dashboard/dashboard-screen.tsx')).DashboardScreen,
);
const DeskRoute = lazyPart(async () => (await import('#features/desk/desk-route.tsx')).DeskRoute);
const SyncLogScreen = lazy(async () => ({
  default: (await import('#features/settings/sync-log-screen.tsx')).SyncLogScreen,
}));

/** Resolves when the code of the screen at this address is here, or can't be had; at once for the screens of few starts. */
export async function fetchScreen(pathname: string): Promise<void> {
  if (pathname === '/') await home.fetch();
  else if (pathname.startsWith('/isi/')) await apply.fetch();
}

/** Wherever a person begins, home is where they go next, also when the signal has gone by then. */
export async function fetchHome(): Promise<void> {
  await home.fetch();
}

/** A form is one path to look at and not fourteen, at the start and with every step. */
export function AppRoutes() {
  const { pathname } = useLocation();
  return pathname.startsWith('/isi/') ? <FormRoute /> : <OtherRoutes />;
}

function FormRoute() {
  return (
    <Routes>
      <Route path="/isi/:draftId/*" element={<apply.Screen />} />
    </Routes>
  );
}

function OtherRoutes() {
  return (
    <Routes>
      <Route path="/" element={<home.Screen />} />
      <Route path="/layanan/:serviceId" element={<ServiceScreen />} />
      <Route path="/permohonan" element={<OutboxScreen />} />
      <Route path="/permohonan/:applicationId" element={<ApplicationScreen />} />
      <Route path="/permohonan/:applicationId/tanda-terima" element={<ReceiptScreen />} />
      <Route path="/survei/:applicationId" element={<SurveyScreen />} />
      <Route path="/harian" element={<DayScreen />} />
      <Route path="/harian/ringkasan" element={<SummaryScreen />} />
      <Route path="/status" element={<StatusScreen />} />
      <Route path="/periksa" element={<CheckReceiptScreen />} />
      <Route path="/antar" element={<CarryScreen />} />
      <Route path="/bagikan" element={<ShareScreen />} />
      <Route path="/akun" element={<AccountScreen />} />
      <Route path="/berkas/*" element={<WalletRoute />} />
      <Route
        path="/warga/*"
        element={
          <LockFirst>
            <ResidentsRoute />
          </LockFirst>
        }
      />
      <Route path="/privasi/*" element={<PrivacyRoute />} />
      <Route path="/meja/kinerja" element={<DashboardScreen />} />
      <Route path="/meja/*" element={<DeskRoute />} />
      <Route path="/pengaturan" element={<SettingsScreen />} />
      <Route path="/pengaturan/kunci" element={<LockSettingsScreen />} />
      <Route path="/pengaturan/catatan" element={<SyncLogScreen />} />
      <Route path="*" element={<NotFoundScreen />} />
    </Routes>
  );
}
