/** An office that says what a test wants it to say. */
import type { ArmedRule } from '../harness/fault-rule.ts';
import type { Stage } from '../harness/stage.ts';

export class ToldAnswers {
  readonly #stage: Stage;
  readonly #armed = new Map<string, ArmedRule>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** From now on, whatever it said before. */
  say(path: RegExp, answer: object, { status = 200, method = 'GET' } = {}): void {
    this.beItself(path);
    const rule = this.#stage.proxy.addRule({
      method,
      path,
      fault: 'status',
      status,
      headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json', etag: '"2"' },
      body: JSON.stringify(
        status === 200 ? answer : { type: 'about:blank', title: 'x', status, errors: [], ...answer },
      ),
    });
    this.#armed.set(path.source, rule);
  }

  beItself(path: RegExp): void {
    const before = this.#armed.get(path.source);
    if (before !== undefined) this.#stage.proxy.removeRule(before);
  }
}
