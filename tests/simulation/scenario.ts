/**
 * One seed: a bad day, then a good one. First the phone is used while everything that the swarm holds goes wrong; then
 * all faults end, and within a bounded time everything that was saved has to be at the office, or in plain sight.
 */
import type { Actor } from './actor.ts';
import { Violation } from './invariants.ts';
import { createPerson, isDamaged, type Person } from './person.ts';
import type { World } from './world.ts';

const minuteMs = 60_000;
const accounts = ['sub-a', 'sub-b'] as const;

/**
 * The longest that an office may ask for, as much again for a clock that was set back by up to that while somebody
 * waited, and three times the longest back-off (L1).
 */
const healLimitMs = 2 * 60 * minuteMs + 3 * 15 * minuteMs;
/** How long the bad day lasts. */
const hurtMs = 7 * minuteMs;
const yearMs = 365 * 24 * 60 * minuteMs;

/** Nothing honest needs more steps in a simulated minute: beyond it, something calls itself (L2). */
const stormSteps = 12_000;

export type Phase = 'hurt' | 'heal' | 'over';

export interface Scenario {
  /** One more thing happens. */
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
      const isMore = report.kind === 'finished' && report.waiting > 0 && report.nextTryAtMs !== null;
      if (isMore || report.kind === 'held-elsewhere') world.requestSync();
      worker.kill();
    });
  }

  function start(): void {
    world.door.signIn(accounts[0]);
    world.disk.write('strict', { accountId: accounts[0] });
    openTab();
    const applications = 1 + dice.pick(30, 5);
    if (swarm.strikes('poisoned-item')) world.door.poison(`a${String(1 + dice.pick(46, applications))}`);
    for (let index = 0; index < applications; index += 1) {
      timeline.after(dice.roll(31) * hurtMs * 0.8, 20, () => {
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
    if (swarm.strikes('worker-woken') || (world.isSyncWanted() && world.isNetworkUp() && dice.roll(34) < 0.2))
      wakeWorker();
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
    timeline.after(6_000 + dice.roll(44) * 24_000, 24, () => {
      badDay(by);
    });
  }

  /** The browser's `online` event, in every page that lives. */
  function connectionIsBack(): void {
    for (const actor of world.actors) if (actor.kind === 'tab' && world.seemsOnline()) actor.wake();
  }

  function official(): void {
    const [first] = [...world.office.disk.applications.values()].filter(({ status }) => status !== 'incomplete');
    if (first !== undefined) world.office.moveOn(first.id, 'under_review', timeline.nowMs());
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
    world.tell('--- from here on everything works');
    world.setNetwork(true);
    world.setLie(false);
    world.setClock(0);
    world.door.start();
    for (const actor of world.actors) actor.thaw();
    connectionIsBack();
    person.resumeAll(liveTab());
    goodHour();
  }

  /** A person who looks now and then, and signs in when asked: first one, then the other. */
  function goodHour(): void {
    if (phase !== 'heal') return;
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
        entry.ownerId === accountId && !isDamaged(world, entry) && entry.applicationId !== world.door.poisoned(),
    );
  /** Called received, and truly there: an office that was restored has to be given again what it forgot. */
  const isDone = (accountId: string): boolean =>
    own(accountId).every(({ delivery, applicationId }) => {
      const held = world.office.disk.applications.get(applicationId);
      return delivery.state === 'delivered' && held !== undefined && held.status !== 'incomplete';
    });
  const needsPerson = (accountId: string): boolean =>
    own(accountId).some((entry) => entry.delivery.state === 'needs-person');

  function countStep(): void {
    if (timeline.nowMs() - minuteBeganMs >= minuteMs) {
      minuteBeganMs = timeline.nowMs();
      stepsThisMinute = 0;
    }
    stepsThisMinute += 1;
    if (stepsThisMinute > stormSteps)
      world.failed(new Violation('wedged', 'L2: a storm of calls without any progress'));
  }

  function step(): Phase {
    if (phase === 'over') return phase;
    countStep();
    if (!timeline.next()) world.failed(new Violation('wedged', 'L2: nothing happens any more'));
    if (world.violation === null) world.invariants.check();
    if (phase === 'heal' && accounts.every(isDone)) {
      phase = 'over';
    } else if (phase === 'heal' && timeline.nowMs() > healedAtMs + healLimitMs) {
      world.failed(
        new Violation('wedged', `L1: not everything has arrived ${String(healLimitMs)} ms after the last fault`),
      );
    }
    if (world.violation !== null) phase = 'over';
    return phase;
  }

  start();
  return { step };
}
