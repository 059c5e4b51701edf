import { browserClock } from '#runtime/browser-clock.ts';
import { createBrowserRunner } from '#runtime/browser-runner.ts';
import { openBrowserVault } from '#runtime/browser-vault.ts';
import { showBadge } from '#runtime/app-badge.ts';
import { onConnectionChange } from '#runtime/connection-kind.ts';
import { keepLog } from '#runtime/sync-log.ts';
import { cacheMark } from '#storage/marks.ts';
import { readTickets } from '#storage/tickets.ts';
import { countForIcon } from '#storage/unsent-count.ts';
import type { Vault } from '#storage/vault.ts';
import { outboxChannelName, readChannelMessage } from '#sync/outbox-channel.ts';
import type { Runner } from '#sync/runner.ts';
import { beforeFirst } from '#sync/waiting-line.ts';

let engine: ReturnType<typeof openEngine> | undefined;

function openEngine() {
  const browser = openBrowserVault([cacheMark(caches)], () => crypto.randomUUID());
  return { ...browser, runner: createBrowserRunner(browser) };
}

/** Once for as long as the browser lets the worker live. */
export function openedEngine(): ReturnType<typeof openEngine> {
  engine ??= openEngine();
  return engine;
}

/** Browsers end the event after 3 minutes at the earliest (W8). */
const patienceMs = 150_000;
const lookAgainMs = 2_000;

/**
 * What a Background Sync event does: runs of the same outbox that the page runs, while something waits. A page that is
 * sending at the moment may be closed in the middle, so its end is waited for: an event that fails comes again only
 * minutes later.
 * @throws when something is left that another event could send, so that the browser gives us one
 */
export async function sendWaiting(): Promise<void> {
  const { vault, runner } = openedEngine();
  const deadlineMs = browserClock.nowMs() + patienceMs;
  const stopListening = whenChosen(() => void runner.run());
  try {
    await sendUntil(deadlineMs, vault, runner);
  } finally {
    stopListening();
    await Promise.allSettled([keepLog(vault), vault.inside.connection.read(countForIcon).then(showBadge)]);
  }
}

/** A page tells what its person has just decided; the connection may have become one that costs. */
function whenChosen(look: () => void): () => void {
  const stopWatching = onConnectionChange(look);
  const channel = 'BroadcastChannel' in self ? new BroadcastChannel(outboxChannelName) : null;
  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (readChannelMessage(event.data)?.type === 'more') look();
  });
  return () => {
    stopWatching();
    channel?.close();
  };
}

async function sendUntil(deadlineMs: number, vault: Vault, runner: Runner): Promise<void> {
  while (await hasWaiting(vault)) {
    const report = await runner.run();
    await vault.settled();
    if (report.kind === 'sign-in-needed') return;
    if (report.kind === 'finished') {
      if (report.nextTryAtMs !== null && report.waiting > 0) throw new Error('more to send later');
      return;
    }
    if (browserClock.nowMs() > deadlineMs) throw new Error('sent elsewhere at the moment');
    await browserClock.sleep(lookAgainMs, new AbortController().signal);
  }
}

/** Of whoever uses the phone, or of somebody whose ticket it holds. */
async function hasWaiting({ outboxStore, inside }: Vault): Promise<boolean> {
  const tickets = await readTickets(inside.connection);
  for (const ownerId of [await outboxStore.readAccountId(), ...tickets.map((ticket) => ticket.ownerId)]) {
    if (ownerId === null) continue;
    const { entries, nextAfter } = await outboxStore.readWaiting(ownerId, beforeFirst, 1);
    if (entries.length > 0 || nextAfter !== null) return true;
  }
  return false;
}
