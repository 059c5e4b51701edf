import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { Loadable } from '#lib/live-query.ts';
import { mapLive } from '#lib/map-live.ts';
import { observableValue } from '#lib/observable-value.ts';
import type { NewPaper, WalletStore } from '#services/wallet-ports.ts';

interface Kept {
  readonly paper: WalletPaper;
  readonly bytes: ArrayBuffer;
  readonly hiddenAtMs: number | null;
}

export interface MemoryWalletStore extends WalletStore {
  /** Who signs in gets what nobody has claimed; null signs out. */
  setAccount(accountId: string | null): void;
  /** Every paper that is there, also the hidden ones and other people's. */
  everyId(): readonly string[];
  loseBytes(paperId: string): void;
  failNextWrite(): void;
}

/** The wallet in two Maps' worth of memory; it passes the suite of the real one. */
export function createMemoryWalletStore(): MemoryWalletStore {
  let account: string | null = null;
  let failures = 0;
  const kept = new Map<string, Kept>();
  const shown = observableValue<Loadable<readonly WalletPaper[]>>({ state: 'ready', value: [] });
  const sameAs = (paper: NewPaper) =>
    theirs().find(
      (one) => one.kind === paper.kind && one.sha256 === paper.sha256 && one.residentId === paper.residentId,
    );

  const isTheirs = ({ paper }: Kept): boolean => paper.ownerId === null || paper.ownerId === account;
  function theirs(): readonly WalletPaper[] {
    return [...kept.values()]
      .filter((one) => one.hiddenAtMs === null && isTheirs(one))
      .map(({ paper }) => paper)
      .toSorted((a, b) => b.takenAtMs - a.takenAtMs || (a.id < b.id ? -1 : 1));
  }
  function show(): void {
    shown.set({ state: 'ready', value: theirs() });
  }
  function find(paperId: string): Kept | undefined {
    const found = kept.get(paperId);
    return found !== undefined && isTheirs(found) ? found : undefined;
  }
  function fails(): boolean {
    failures -= 1;
    return failures >= 0;
  }
  const full = { kind: 'failed', reason: 'quota' } as const;
  const stored = { kind: 'stored' } as const;
  const gone = { kind: 'gone' } as const;

  return {
    livePapers: (residentId) => mapLive(shown, (papers) => papers.filter((one) => one.residentId === residentId)),
    readPapers: (residentId) => Promise.resolve(theirs().filter((one) => one.residentId === residentId)),
    async readPaper(paperId) {
      const found = find(paperId);
      const isHere = found?.hiddenAtMs === null && found.bytes.byteLength === found.paper.sizeBytes;
      return isHere ? { paper: found.paper, bytes: found.bytes } : undefined;
    },
    async addPaper(paper, bytes) {
      if (fails()) return full;
      const same = sameAs(paper);
      if (same !== undefined && same.id !== paper.id) return { kind: 'already-here' };
      kept.set(paper.id, { paper: { ...paper, ownerId: account }, bytes, hiddenAtMs: null });
      show();
      return stored;
    },
    async replacePaper(old, paper, bytes) {
      if (fails()) return full;
      if (sameAs(paper) !== undefined) return { kind: 'already-here' };
      const found = find(old.id);
      if (found?.hiddenAtMs !== null) return gone;
      kept.set(old.id, { ...found, hiddenAtMs: old.hiddenAtMs });
      kept.set(paper.id, { paper: { ...paper, ownerId: account }, bytes, hiddenAtMs: null });
      show();
      return stored;
    },
    async describePaper(paperId, words) {
      if (fails()) return full;
      const found = find(paperId);
      if (found?.hiddenAtMs !== null) return gone;
      kept.set(paperId, { ...found, paper: { ...found.paper, ...words } });
      show();
      return stored;
    },
    async setHidden(paperIds, hiddenAtMs) {
      if (fails()) return full;
      const found = paperIds.flatMap((id) => find(id) ?? []);
      for (const one of found) kept.set(one.paper.id, { ...one, hiddenAtMs });
      show();
      return found.length === paperIds.length ? stored : gone;
    },
    async purgeHidden(beforeMs) {
      for (const [id, { hiddenAtMs }] of kept) if (hiddenAtMs !== null && hiddenAtMs < beforeMs) kept.delete(id);
    },
    setAccount(accountId) {
      account = accountId;
      if (accountId !== null) {
        for (const [id, one] of kept) {
          if (one.paper.ownerId === null) kept.set(id, { ...one, paper: { ...one.paper, ownerId: accountId } });
        }
      }
      show();
    },
    everyId: () => [...kept.keys()],
    loseBytes(paperId) {
      const found = kept.get(paperId);
      if (found !== undefined) kept.set(paperId, { ...found, bytes: new ArrayBuffer(0) });
    },
    failNextWrite() {
      failures = 1;
    },
  };
}
