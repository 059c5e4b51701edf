import { Route, Routes } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { useWallet } from '#services/use-wallet.ts';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AddPaperScreen } from './add-paper-screen.tsx';
import { PaperScreen } from './paper-screen.tsx';
import { WalletScreen } from './wallet-screen.tsx';

/** /berkas/…: the papers that a person keeps on this phone. */
export function WalletRoute() {
  const wallet = useWallet();
  if (wallet === undefined) return <Skeleton />;
  if (wallet === null) return <NotLoaded />;
  return (
    <Routes>
      <Route index element={<WalletScreen wallet={wallet} />} />
      <Route path="tambah" element={<AddPaperScreen wallet={wallet} />} />
      <Route path=":paperId" element={<PaperScreen wallet={wallet} />} />
    </Routes>
  );
}

function NotLoaded() {
  const { title } = useMessages(walletWords);
  const { notLoaded } = useMessages(walletScreenWords);
  return (
    <Screen title={title} back="/akun">
      <Notice tone="alert">{notLoaded}</Notice>
    </Screen>
  );
}
