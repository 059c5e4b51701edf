import { useCallback, useState } from 'react';
import { FileDown } from 'lucide-react';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useMessages } from '#i18n/messages.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useBytesUrl } from '#ui/use-bytes-url.ts';
import styles from './wallet.module.css';

/** A photo as wide as the screen, and on the whole of it with a press; a PDF is handed to the phone. */
export function PaperPicture({ wallet, paper }: { readonly wallet: WalletMenu; readonly paper: WalletPaper }) {
  const words = useMessages(walletScreenWords);
  const load = useCallback(() => wallet.bytes(paper.id), [wallet, paper.id]);
  const isImage = paper.mediaType.startsWith('image/');
  const url = useBytesUrl(isImage ? load : null);
  const [broken, setBroken] = useState(false);
  async function save(): Promise<void> {
    const found = await load();
    setBroken(found === null);
    if (found !== null) saveFile(new Blob([found.bytes], { type: found.mediaType }), paper.fileName);
  }
  if (!isImage) {
    return (
      <Card>
        <p>{words.pdf}</p>
        {broken && <Notice tone="alert" live="alert" title={words.broken} />}
        <Button variant="secondary" icon={<FileDown />} onClick={() => void save()}>
          {words.savePdf}
        </Button>
      </Card>
    );
  }
  if (url === undefined) return <Skeleton rows={3} />;
  if (url === null) return <Notice tone="alert" title={words.broken} />;
  return (
    <button
      type="button"
      className={styles.picture}
      aria-label={words.fullScreen}
      onClick={({ currentTarget }) => void turnFullScreen(currentTarget)}
    >
      <img src={url} alt="" data-testid="wallet-picture" />
    </button>
  );
}

/** Where the browser has no such thing (an iPhone), the picture stays as wide as the screen. */
async function turnFullScreen(element: HTMLElement): Promise<void> {
  if (!document.fullscreenEnabled) return;
  if (document.fullscreenElement === null) await element.requestFullscreen().catch(() => undefined);
  else await document.exitFullscreen().catch(() => undefined);
}
