import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isPaperKind } from '#domain/service/paper-kind.ts';
import { paperAge } from '#domain/wallet/wallet-offers.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { StoreTrouble } from '#lib/live-query.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { walletScreenWords } from '#i18n/sets/wallet-screen.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { WalletMenu } from '#services/menu-wallet.ts';
import { useLive } from '#services/menu-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';
import { useNow } from '#ui/use-now.ts';
import { DescribePaper } from './describe-paper.tsx';
import { PaperPickers } from './paper-pickers.tsx';
import { PaperPicture } from './paper-picture.tsx';
import { removePapers } from './remove-papers.ts';
import { useKeepWords } from './use-keep-words.ts';
import { useWhose } from './use-whose.ts';
import styles from './wallet.module.css';

/** One kept paper: seen whole, named, dated, replaced or deleted. */
export function PaperScreen({ wallet }: { readonly wallet: WalletMenu }) {
  const { paperId = '' } = useParams();
  const { residentId } = useWhose();
  const papers = useLive(useMemo(() => wallet.papers(residentId), [wallet, residentId]));
  if (papers.state === 'loading') return <Skeleton />;
  if (papers.state === 'failed') return <Unreadable reason={papers.reason} />;
  const paper = papers.value.find(({ id }) => id === paperId);
  return paper === undefined ? <Gone /> : <Paper key={paper.id} wallet={wallet} paper={paper} />;
}

function Unreadable({ reason }: { readonly reason: StoreTrouble }) {
  const { title } = useMessages(walletWords);
  const { failed } = useMessages(walletScreenWords);
  const trouble = useMessages(troubleWords);
  return (
    <Screen title={title} back="/berkas">
      <Notice tone="alert" live="alert" title={failed}>
        {trouble[reason]}
      </Notice>
    </Screen>
  );
}

function Gone() {
  const { title, gone } = useMessages(walletWords);
  const { back } = useMessages(walletScreenWords);
  return (
    <Screen title={title} back="/berkas">
      <EmptyState title={gone} actions={<ButtonLink href="/berkas">{back}</ButtonLink>} />
    </Screen>
  );
}

function Paper({ wallet, paper }: { readonly wallet: WalletMenu; readonly paper: WalletPaper }) {
  const { kinds, otherKind, added, age: ages } = useMessages(walletWords);
  const words = useMessages(walletScreenWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const whose = useWhose();
  const age = paperAge(paper, useNow());
  async function remove(): Promise<void> {
    if (await removePapers(wallet, [paper.id], words.removed)) void navigate(whose.list, { replace: true });
  }
  return (
    <Screen
      testId="wallet-paper-screen"
      title={isPaperKind(paper.kind) ? kinds[paper.kind] : otherKind}
      back={whose.list}
      lead={[added(paper.whose, formats.date(paper.takenAtMs)), formats.bytes(paper.sizeBytes)].join(' · ')}
    >
      {age !== 'current' && (
        <p>
          <Badge tone={age === 'expired' ? 'alert' : 'neutral'}>{ages[age]}</Badge>
        </p>
      )}
      <PaperPicture wallet={wallet} paper={paper} />
      <DescribePaper wallet={wallet} paper={paper} />
      <Replace wallet={wallet} paper={paper} />
      <div>
        <Button variant="danger" icon={<Trash2 />} onClick={() => void remove()} data-testid="wallet-remove">
          {words.remove}
        </Button>
      </div>
    </Screen>
  );
}

function Replace({ wallet, paper }: { readonly wallet: WalletMenu; readonly paper: WalletPaper }) {
  const words = useMessages(walletScreenWords);
  const explain = useKeepWords();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { search } = useWhose();
  async function replace(file: File): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const result = await wallet.replace(paper, file);
    setBusy(false);
    setTrouble(explain(result));
    if (result.kind !== 'kept') return;
    showToast({ message: words.replaced });
    void navigate(`/berkas/${result.paperId}${search}`, { replace: true });
  }
  return (
    <Section title={words.replace}>
      <p className={styles.soft}>{words.replaceText}</p>
      {trouble !== null && <Notice tone="alert" live="alert" title={trouble} />}
      <output>{busy ? words.busy : ''}</output>
      <PaperPickers busy={busy} onFile={(file) => void replace(file)} />
    </Section>
  );
}
