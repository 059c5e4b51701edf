import { paperAge } from '#domain/wallet/wallet-offers.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { Badge } from '#ui/badge.tsx';
import { ListRow } from '#ui/list.tsx';
import { Thumbnail } from '#ui/thumbnail.tsx';
import { useNow } from '#ui/use-now.ts';
import { dayText } from './day-text.ts';

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
  const size = formats.bytes(paper.sizeBytes);
  const until = paper.validUntil === null ? [] : [words.validUntil(dayText(formats, paper.validUntil))];
  return (
    <ListRow
      testId="wallet-paper"
      href={`/berkas/${paper.id}`}
      leading={<Thumbnail id={paper.id} mediaType={paper.mediaType} from={wallet} />}
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
