import { Plus } from 'lucide-react';
import { isPaperKind } from '#domain/service/paper-kind.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import { useWallet } from '#services/use-wallet.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { Thumbnail } from '#ui/thumbnail.tsx';
import styles from './residents.module.css';

/** What is kept of this resident for applications to come; nobody else is offered it. */
export function Papers(props: { readonly residentId: string; readonly papers: readonly WalletPaper[] }) {
  const { residentId, papers } = props;
  const { folder: words } = useMessages(residentsWords);
  const { kinds, otherKind } = useMessages(walletWords);
  const formats = useFormats();
  const wallet = useWallet();
  const whose = `?warga=${encodeURIComponent(residentId)}`;
  return (
    <Section title={words.papers}>
      {papers.length === 0 && <p className={styles.soft}>{words.noPapers}</p>}
      {papers.length > 0 && (
        <List label={words.papers}>
          {papers.map((paper) => (
            <ListRow
              key={paper.id}
              testId="resident-paper"
              href={`/berkas/${paper.id}${whose}`}
              leading={
                wallet === null || wallet === undefined ? undefined : (
                  <Thumbnail id={paper.id} mediaType={paper.mediaType} from={wallet} />
                )
              }
              title={isPaperKind(paper.kind) ? kinds[paper.kind] : otherKind}
              description={[formats.date(paper.takenAtMs), formats.bytes(paper.sizeBytes)].join(' · ')}
            />
          ))}
        </List>
      )}
      <div>
        <ButtonLink href={`/berkas/tambah${whose}`} variant="secondary" icon={<Plus />}>
          {words.addPaper}
        </ButtonLink>
      </div>
    </Section>
  );
}
