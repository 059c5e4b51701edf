import { FileText } from 'lucide-react';
import { useCallback } from 'react';
import { paperAge } from '#domain/wallet/wallet-offers.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { WalletMenu } from '#services/menu.ts';
import { Badge } from '#ui/badge.tsx';
import { ListRow } from '#ui/list.tsx';
import { useBytesUrl } from '#ui/use-bytes-url.ts';
import { useNow } from '#ui/use-now.ts';
import { dayText } from './day-text.ts';
import styles from './wallet.module.css';

/** One kept paper: how it looks, whose it is, since when, until when, how big. */
export function KeptRow(props: {
  readonly wallet: WalletMenu;
  readonly paper: WalletPaper;
  readonly kindName: string;
}) {
  const { wallet, paper, kindName } = props;
  const words = useMessages(walletWords);
  const formats = useFormats();
  const age = paperAge(paper, useNow());
  const load = useCallback(() => wallet.bytes(paper.id), [wallet, paper.id]);
  const url = useBytesUrl(paper.mediaType.startsWith('image/') ? load : null);
  const size = formats.bytes(paper.sizeBytes);
  const until = paper.validUntil === null ? [] : [words.validUntil(dayText(formats, paper.validUntil))];
  return (
    <ListRow
      testId="wallet-paper"
      href={`/berkas/${paper.id}`}
      leading={
        typeof url === 'string' ? <img className={styles.thumb} src={url} alt="" decoding="async" /> : <FileText />
      }
      title={paper.whose === '' ? kindName : paper.whose}
      description={[words.added('', formats.date(paper.takenAtMs)), size].join(' · ')}
      meta={
        <>
          {until.join('')}
          {age !== 'current' && <Badge tone={age === 'expired' ? 'alert' : 'neutral'}>{words.age[age]}</Badge>}
        </>
      }
    />
  );
}
