import { type ReactNode, useState } from 'react';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { removePapers } from './remove-papers.ts';

/** Everything that is kept, after one question; it can be taken back like a single one. */
export function RemoveAll(props: {
  readonly wallet: WalletMenu;
  readonly papers: readonly WalletPaper[];
  readonly icon: ReactNode;
}) {
  const { wallet, papers, icon } = props;
  const words = useMessages(walletScreenWords);
  const [asking, setAsking] = useState(false);
  const ids = papers.map(({ id }) => id);
  return (
    <div>
      <Button variant="quiet" icon={icon} onClick={() => setAsking(true)} data-testid="wallet-remove-all">
        {words.removeAll}
      </Button>
      <Dialog
        open={asking}
        title={words.removeAllTitle(ids.length)}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                void removePapers(wallet, ids, words.removedAll);
              }}
            >
              {words.removeAllYes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {words.removeAllNo}
            </Button>
          </>
        }
      >
        {words.removeAllText}
      </Dialog>
    </div>
  );
}
