import { observableValue } from '#lib/observable-value.ts';
import type { EngineStatus } from './engine-status.ts';
import type { Clock } from './ports.ts';
import type { Runner } from './runner.ts';

/** When the runner's code could not be fetched: the page is new here and lost its signal at once. */
const loadAgainMs = 30_000;

/** A runner whose code arrives after the first screen. Until then it is idle. */
export function lazyRunner(load: () => Promise<Runner>, clock: Pick<Clock, 'nowMs'>): Runner {
  const status = observableValue<EngineStatus>({ kind: 'idle', nextTryAtMs: null, lastProblem: null });
  let loaded: Promise<Runner> | undefined;

  async function get(): Promise<Runner> {
    loaded ??= load().then((runner) => {
      const follow = (): void => status.set(runner.status().getSnapshot());
      runner.status().subscribe(follow);
      return runner;
    });
    try {
      return await loaded;
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  }

  return {
    async run(why) {
      let runner: Runner;
      try {
        runner = await get();
      } catch {
        return { kind: 'finished', waiting: 0, nextTryAtMs: clock.nowMs() + loadAgainMs };
      }
      return await runner.run(why);
    },
    status: () => status,
    stop() {
      void loaded?.then(
        (runner) => runner.stop(),
        () => undefined,
      );
    },
  };
}
