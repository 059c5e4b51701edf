import { FolderHeart, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { isPaperKind, paperKinds } from '#domain/service/paper-kind.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { WalletMenu } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { KeptRow } from './kept-row.tsx';
import { RemoveAll } from './remove-all.tsx';
import styles from './wallet.module.css';

/** "Berkas Saya": what is kept, by kind, and how much room it takes. */
export function WalletScreen({ wallet }: { readonly wallet: WalletMenu }) {
  const { title } = useMessages(walletWords);
  const words = useMessages(walletScreenWords);
  const trouble = useMessages(troubleWords);
  const papers = useLive(useMemo(() => wallet.papers(), [wallet]));
  return (
    <Screen
      testId="wallet"
      title={title}
      back="/akun"
      lead={words.lead}
      actions={
        <ButtonLink href="/berkas/tambah" icon={<Plus />} data-testid="wallet-add">
          {words.add}
        </ButtonLink>
      }
    >
      {papers.state === 'loading' && <Skeleton rows={3} shape="row" />}
      {papers.state === 'failed' && (
        <Notice tone="alert" live="alert" title={words.failed}>
          {trouble[papers.reason]}
        </Notice>
      )}
      {papers.state === 'ready' && papers.value.length === 0 && (
        <EmptyState icon={<FolderHeart />} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      )}
      {papers.state === 'ready' && papers.value.length > 0 && <Kept wallet={wallet} papers={papers.value} />}
    </Screen>
  );
}

function Kept({ wallet, papers }: { readonly wallet: WalletMenu; readonly papers: readonly WalletPaper[] }) {
  const { kinds, otherKind } = useMessages(walletWords);
  const words = useMessages(walletScreenWords);
  const formats = useFormats();
  const bytes = papers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <>
      <Shared />
      <p className={styles.soft}>{words.total(papers.length, formats.bytes(bytes))}</p>
      {groupsOf(papers).map(([kind, group]) => {
        const name = isPaperKind(kind) ? kinds[kind] : otherKind;
        return (
          <Section key={kind} title={name}>
            <List label={name}>
              {group.map((paper) => (
                <KeptRow key={paper.id} wallet={wallet} paper={paper} kindName={name} />
              ))}
            </List>
          </Section>
        );
      })}
      <RemoveAll wallet={wallet} papers={papers} icon={<Trash2 />} />
    </>
  );
}

/** In the order in which services ask for them; kinds that this version has no name for come last. */
function groupsOf(papers: readonly WalletPaper[]): readonly (readonly [string, readonly WalletPaper[]])[] {
  const others = papers.map(({ kind }) => kind).filter((kind) => !isPaperKind(kind));
  return [...new Set<string>([...paperKinds, ...others])].flatMap((kind) => {
    const group = papers.filter((paper) => paper.kind === kind);
    return group.length === 0 ? [] : [[kind, group] as const];
  });
}

/** Nobody is signed in: what lies here is anybody's who holds the phone. */
function Shared() {
  const { shared: words } = useMessages(walletScreenWords);
  const { account } = useMenu();
  const current = useLive(useMemo(() => account.current(), [account]));
  if (current.state !== 'ready' || current.value !== null) return null;
  return (
    <Notice
      title={words.title}
      actions={
        <ButtonLink href="/akun" variant="secondary">
          {words.signIn}
        </ButtonLink>
      }
    >
      {words.text}
    </Notice>
  );
}
