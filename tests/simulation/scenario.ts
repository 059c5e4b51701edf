/**
 * One seed: a bad day, then a good one. First the phone is used while everything that the swarm holds goes wrong; then
 * all faults end, and within a bounded time everything that was saved has to be at the office, or in plain sight.
 */
import type { Actor } from './actor.ts';
import { Violation } from './invariants.ts';
import { createPerson, isBeyondHelp, isConflict, isDamaged, type Person } from './person.ts';
import type { World } from './world.ts';

const minuteMs = 60_000;
const accounts = ['sub-a', 'sub-b'] as const;

/**
 * The longest that an office may ask for, as much again for a clock that was set back by up to that while somebody
 * waited, and three times the longest back-off (L1).
 */
const healLimitMs = 2 * 60 * minuteMs + 3 * 15 * minuteMs;
/** How long a bad day lasts: the short ones are many, because most mistakes need one application and two minutes. */
const dayMinutes = [1.5, 1.5, 2, 3, 7] as const;
const yearMs = 365 * 24 * 60 * minuteMs;

/** Nothing honest needs more steps in a simulated minute: beyond it, something calls itself (L2). */
const stormSteps = 12_000;

export type Phase = 'hurt' | 'heal' | 'over';

export interface Scenario {
  /** Things happen until promises have to settle. */
  step(): Phase;
}

export function createScenario(world: World): Scenario {
  const { timeline, dice, swarm } = world;
  const person = createPerson(world);
  let phase: Phase = 'hurt';
  let tabs = 0;
  let healedAtMs = 0;
  let accountIndex = 0;
  let minuteBeganMs = 0;
  let stepsThisMinute = 0;
  /** Not every browser has Background Sync. */
  const wakesWorkers = dice.roll(55) < 0.6;
  const isSyncDue = (): boolean => wakesWorkers && world.isSyncWanted() && world.isNetworkUp();
  let seenEntries: unknown = null;
  let seenWrites = -1;

  const liveTab = (): Actor => {
    const found = world.actors.find((actor) => actor.kind === 'tab' && actor.condition() === 'alive');
    return found ?? openTab();
  };

  function openTab(): Actor {
    tabs += 1;
    const tab = world.openActor(`tab${String(tabs)}`, 'tab');
    world.tell(`${tab.name} opens`);
    tab.driver.start();
    return tab;
  }

  function wakeWorker(): void {
    world.syncDone();
    const worker = world.openActor(`worker${String(world.actors.length)}`, 'worker');
    world.tell(`${worker.name} is woken by the browser`);
    void worker.runner.run().then((report) => {
      // As src/sw does it: what the browser is told has failed, it tries again.
      const isMore = report.kind === 'finished' && report.waiting > 0 && report.nextTryAtMs !== null;
      if (isMore || report.kind === 'held-elsewhere') world.requestSync();
      worker.kill();
    });
  }

  function start(): void {
    world.door.signIn(accounts[0]);
    world.disk.write('strict', { accountId: accounts[0] });
    openTab();
    const hurtMs = minuteMs * (dayMinutes[dice.pick(51, dayMinutes.length)] ?? 2);
    const applications = 1 + dice.pick(30, hurtMs > 3 * minuteMs ? 5 : 2);
    if (swarm.strikes('poisoned-item')) world.door.poison(`a${String(1 + dice.pick(46, applications))}`);
    // An office that has forgotten an application could not say so.
    if (!swarm.isOn('restored-backup') && swarm.strikes('papers-too-early')) world.door.wantApplicationsFirst();
    let atMs = 0;
    for (let index = 0; index < applications; index += 1) {
      // Now and then right after the one before, while that one is still on its way.
      const isRightAfter = index > 0 && dice.roll(53) < 0.4;
      atMs = isRightAfter ? atMs + dice.roll(54) * 2_000 : dice.roll(31) * hurtMs * 0.8;
      timeline.after(atMs, 20, () => {
        person.submit(liveTab());
      });
    }
    badDay(person);
    timeline.after(hurtMs, 21, heal);
  }

  /** Every half minute or so, something that the swarm may hold. */
  function badDay(by: Person): void {
    if (phase !== 'hurt') return;
    const tab = liveTab();
    if (swarm.strikes('network-down')) {
      world.setNetwork(false);
      timeline.after(dice.roll(32) * 4 * minuteMs, 22, () => {
        world.setNetwork(true);
        connectionIsBack();
      });
    }
    if (swarm.strikes('online-lie')) {
      world.setLie(true);
      timeline.after(dice.roll(45) * 4 * minuteMs, 26, () => {
        world.setLie(false);
        connectionIsBack();
      });
    }
    if (swarm.strikes('tab-frozen')) {
      tab.freeze();
      timeline.after(dice.roll(33) * 3 * minuteMs, 23, () => {
        tab.thaw();
      });
    }
    if (swarm.strikes('second-tab') && world.actors.filter(({ condition }) => condition() !== 'dead').length < 4)
      openTab();
    if (wakesWorkers && (swarm.strikes('worker-woken') || (isSyncDue() && dice.roll(34) < 0.2))) wakeWorker();
    if (swarm.strikes('clock-jumped')) {
      const years = [-10, 10, -1, 0, 0][dice.pick(35, 5)] ?? 0;
      world.setClock(years * yearMs + Math.round((dice.roll(36) - 0.5) * 120 * minuteMs));
      world.tell(`the clock is ${String(years)} years off`);
    }
    if (swarm.strikes('signed-out')) by.signOut(tab);
    else if (swarm.strikes('other-account')) by.signIn(accounts[dice.pick(37, 2)] ?? accounts[0], tab);
    else if (world.door.session() === null && dice.roll(38) < 0.4) by.signIn(accounts[0], tab);
    if (swarm.strikes('power-cut')) cutPower();
    if (swarm.strikes('restored-backup') && world.door.restore()) world.tell('the office is back at its backup');
    else if (swarm.isOn('restored-backup') && dice.roll(39) < 0.3) world.door.backUp();
    if (dice.roll(40) < 0.1) by.sendNow(liveTab());
    if (dice.roll(41) < 0.1) by.tryAgain(liveTab());
    if (dice.roll(48) < 0.04) by.withdraw(liveTab());
    if (dice.roll(49) < 0.06) by.pause(liveTab());
    else if (dice.roll(50) < 0.1) by.resumeAll(liveTab());
    if (dice.roll(42) < 0.2) liveTab().wake();
    if (dice.roll(43) < 0.1) official();
    if (dice.roll(57) < 0.15) official('returned');
    if (dice.roll(58) < 0.4) by.repair(liveTab());
    timeline.after(6_000 + dice.roll(44) * 24_000, 24, () => {
      badDay(by);
    });
  }

  /** The browser's `online` event, in every page that lives. */
  function connectionIsBack(): void {
    for (const actor of world.actors) if (actor.kind === 'tab' && world.seemsOnline()) actor.wake();
  }

  function official(to: 'under_review' | 'returned' = 'under_review'): void {
    const [first] = [...world.office.disk.applications.values()].filter(({ status }) => status !== 'incomplete');
    if (first !== undefined) world.office.moveOn(first.id, to, timeline.nowMs());
  }

  function cutPower(): void {
    for (const actor of world.actors) actor.kill();
    world.disk.cutPower();
    world.tell('the battery is empty');
    openTab();
  }

  function heal(): void {
    phase = 'heal';
    healedAtMs = timeline.nowMs();
    swarm.heal();
    // An app that was told that it is too old waits for somebody to look.
    const isTooOld = swarm.struckKinds.has('office-426') || world.door.poisoned()?.status === 426;
    const isPocketed = dice.roll(52) < 0.5 && !isTooOld;
    world.tell(`--- from here on everything works${isPocketed ? ', and the phone is in a pocket' : ''}`);
    const seemedOffline = !world.seemsOnline();
    world.setNetwork(true);
    world.setLie(false);
    world.setClock(0);
    world.setPocketed(isPocketed);
    world.door.start();
    for (const actor of world.actors) actor.thaw();
    // A page that was closed leaves what it waited for to whoever opens the app next, where no worker is woken.
    if (seemedOffline || !isPocketed || swarm.struckKinds.has('tab-killed')) connectionIsBack();
    if (!isPocketed || isAnythingPaused()) person.resumeAll(liveTab());
    goodHour();
  }

  const isAnythingPaused = (): boolean =>
    [...world.disk.read().entries.values()].some(({ pausedAtMs }) => pausedAtMs !== undefined);

  /** A person who looks now and then, and signs in when asked: first one, then the other. */
  function goodHour(): void {
    if (phase !== 'heal') return;
    if (isSyncDue()) wakeWorker();
    const tab = liveTab();
    const accountId = accounts[accountIndex] ?? accounts[0];
    if (world.door.session()?.accountId !== accountId || world.disk.read().accountId !== accountId)
      person.signIn(accountId, tab);
    else if (isDone(accountId)) accountIndex += 1;
    else if (needsPerson(accountId)) person.tryAgain(tab);
    timeline.after(minuteMs, 25, goodHour);
  }

  const own = (accountId: string) =>
    [...world.disk.read().entries.values()].filter(
      (entry) =>
        entry.ownerId === accountId &&
        !isDamaged(world, entry) &&
        entry.applicationId !== world.door.poisoned()?.applicationId,
    );
  /**
   * Called received, and truly there: an office that was restored has to be given again what it forgot, once somebody
   * looks at what it says.
   */
  const isDone = (accountId: string): boolean =>
    own(accountId).every((entry) => {
      const { delivery, applicationId, about } = entry;
      if (about !== undefined) return delivery.state === 'delivered' || isConflict(entry) || isBeyondHelp(world, entry);
      const held = world.office.disk.applications.get(applicationId);
      const isThere = held !== undefined && held.status !== 'incomplete';
      return delivery.state === 'delivered' && (isThere || world.isPocketed());
    });
  const needsPerson = (accountId: string): boolean =>
    own(accountId).some((entry) => entry.delivery.state === 'needs-person' && !isConflict(entry));

  function countStep(): void {
    if (timeline.nowMs() - minuteBeganMs >= minuteMs) {
      minuteBeganMs = timeline.nowMs();
      stepsThisMinute = 0;
    }
    stepsThisMinute += 1;
    if (stepsThisMinute > stormSteps)
      world.failed(new Violation('wedged', 'L2: a storm of calls without any progress'));
  }

  /** Looks only when something has been written since. */
  function isAllDone(): boolean {
    const { entries } = world.disk.read();
    const { writes } = world.office;
    if (entries === seenEntries && writes === seenWrites) return false;
    seenEntries = entries;
    seenWrites = writes;
    return accounts.every(isDone);
  }

  function next(): 'quiet' | 'stirring' {
    countStep();
    const happened = timeline.next();
    if (happened === 'nothing') world.failed(new Violation('wedged', 'L2: nothing happens any more'));
    if (world.violation === null) world.invariants.check();
    if (phase === 'heal' && isAllDone()) {
      phase = 'over';
    } else if (phase === 'heal' && timeline.nowMs() > healedAtMs + healLimitMs) {
      world.failed(
        new Violation('wedged', `L1: not everything has arrived ${String(healLimitMs)} ms after the last fault`),
      );
    }
    if (world.violation !== null) phase = 'over';
    return happened === 'quiet' ? 'quiet' : 'stirring';
  }

  function step(): Phase {
    while (phase !== 'over' && next() === 'quiet');
    return phase;
  }

  start();
  return { step };
}
