import { BookmarkPlus, CircleCheck } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { isPaperKind } from '#domain/service/paper-kind.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { holderOf, offersFor, paperAge } from '#domain/wallet/wallet-offers.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { attachRefusalWords } from '#i18n/sets/attach-refusal.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { walletWords } from '#i18n/sets/wallet.ts';
import type { AttachResult } from '#services/menu.ts';
import type { KeepResult, WalletMenu } from '#services/menu-wallet.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useWallet } from '#services/use-wallet.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Going } from '#ui/going.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Thumbnail } from '#ui/thumbnail.tsx';
import { showToast } from '#ui/toast-store.ts';
import { useNow } from '#ui/use-now.ts';
import styles from './apply.module.css';
import { useApplyForm } from './form-context.ts';

export interface SlotProps {
  readonly requirement: Requirement;
  readonly documents: readonly AttachedDocument[];
  /** No more fit in: nothing is offered. */
  readonly full: boolean;
}

const fewOffers = 2;

/** In a paper's slot: what the person keeps of it already, and the question whether to keep what is in it now. */
export function WalletSlot(props: SlotProps) {
  const wallet = useWallet();
  if (wallet === undefined || wallet === null || props.requirement.paper === undefined) return null;
  return <Slot {...props} wallet={wallet} kind={props.requirement.paper.kind} />;
}

interface OpenSlotProps extends SlotProps {
  readonly wallet: WalletMenu;
  readonly kind: string;
}

function Slot({ requirement, documents, full, wallet, kind }: OpenSlotProps) {
  const words = useMessages(walletWords);
  const text = useLocalText();
  const { draft, session } = useApplyForm();
  const papers = useLive(useMemo(() => wallet.papers(draft.residentId), [wallet, draft.residentId]));
  const nowMs = useNow();
  const [all, setAll] = useState(false);
  const copying = useRef(false);
  if (papers.state !== 'ready') return null;
  /** Pressed twice it is one copy. */
  async function use(paper: WalletPaper): Promise<void> {
    if (copying.current) return;
    copying.current = true;
    tellOfUse(await wallet.use(paper.id, draft.id, requirement.id));
    copying.current = false;
  }
  const name = isPaperKind(kind) ? words.kinds[kind] : text(requirement.label);
  const holder = holderOf(requirement, session.getSnapshot().answers);
  const offers = full ? [] : offersFor(papers.value, requirement, { holder, attached: documents, nowMs });
  const shown = all ? offers : offers.slice(0, fewOffers);
  const kept = new Set(papers.value.filter((paper) => paper.kind === kind).map(({ sha256 }) => sha256));
  const loose = documents.filter(({ sha256 }) => !kept.has(sha256));
  return (
    <>
      {documents.length > 0 && loose.length === 0 && (
        <p className={styles.soft} data-testid="wallet-kept">
          <CircleCheck /> {words.kept}
        </p>
      )}
      {loose.length > 0 && <KeepLine wallet={wallet} documents={loose} name={name} paper={{ kind, whose: holder }} />}
      {shown.length > 0 && (
        <List label={words.use(name)}>
          {shown.map((paper) => (
            <Offer
              key={paper.id}
              wallet={wallet}
              paper={paper}
              title={words.use(name)}
              nowMs={nowMs}
              onUse={() => use(paper)}
            />
          ))}
        </List>
      )}
      {offers.length > shown.length && (
        <Going>
          <Button variant="quiet" onClick={() => setAll(true)}>
            {words.useMore(offers.length - shown.length)}
          </Button>
        </Going>
      )}
    </>
  );
}

/** One that is kept already, as it looks; a press puts a copy into the slot. */
function Offer(props: {
  readonly wallet: WalletMenu;
  readonly paper: WalletPaper;
  readonly title: string;
  readonly nowMs: number;
  readonly onUse: () => Promise<void>;
}) {
  const { wallet, paper, title, nowMs, onUse } = props;
  const words = useMessages(walletWords);
  const formats = useFormats();
  const age = paperAge(paper, nowMs);
  return (
    <ListRow
      testId="wallet-offer"
      leading={<Thumbnail id={paper.id} mediaType={paper.mediaType} from={wallet} />}
      title={title}
      description={words.added(paper.whose, formats.date(paper.takenAtMs))}
      {...(age === 'current'
        ? {}
        : { meta: <Badge tone={age === 'expired' ? 'alert' : 'neutral'}>{words.age[age]}</Badge> })}
      onPress={() => void onUse()}
    />
  );
}

/** Only when the person says so: others may use this phone too. */
function KeepLine(props: {
  readonly wallet: WalletMenu;
  readonly documents: readonly AttachedDocument[];
  readonly name: string;
  readonly paper: { readonly kind: string; readonly whose: string };
}) {
  const { wallet, documents, name, paper } = props;
  const words = useMessages(walletWords);
  const { account } = useMenu();
  const signedIn = useLive(useMemo(() => account.current(), [account]));
  const [busy, setBusy] = useState(false);
  async function keep(): Promise<void> {
    setBusy(true);
    for (const { id } of documents) {
      const result = await wallet.keep(id, paper);
      tellOfKeeping(result);
      if (result.kind !== 'kept' && result.kind !== 'already-here') break;
    }
    setBusy(false);
  }
  return (
    <Going>
      <Button variant="quiet" icon={<BookmarkPlus />} busy={busy} onClick={() => void keep()} data-testid="wallet-keep">
        {words.keep(name)}
      </Button>
      <p className={styles.note}>
        {words.keepHint} {signedIn.state === 'ready' && signedIn.value === null && words.keepShared}
      </p>
    </Going>
  );
}

function tellOfUse(result: AttachResult): void {
  if (result.kind === 'attached') return;
  const refusal = currentMessages(attachRefusalWords);
  const message =
    result.kind === 'failed'
      ? currentMessages(troubleWords)[result.reason]
      : result.reason === 'too-many' || result.reason === 'draft-gone'
        ? refusal[result.reason]()
        : refusal.unreadable();
  showToast({ tone: 'alert', message });
}

function tellOfKeeping(result: KeepResult): void {
  const words = currentMessages(walletWords);
  if (result.kind === 'kept' || result.kind === 'already-here') showToast({ message: words.keptNow });
  else if (result.kind === 'failed') {
    showToast({ tone: 'alert', message: `${words.notKept}. ${currentMessages(troubleWords)[result.reason]}` });
  } else showToast({ tone: 'alert', message: words.gone });
}
