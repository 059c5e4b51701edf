/** What can go wrong with one request, chosen by method and path. The first rule that still has `times` wins. */
interface RuleScope {
  /** For the log of a failed test. */
  readonly method?: string;
  readonly path?: RegExp;
  /** How many requests it meets; all of them when left out. */
  readonly times?: number;
}

export type Fault =
  /** The office commits and answers; the phone's connection is reset before a byte of it arrives. */
  | { readonly fault: 'ackLost' }
  /** Reset before the office sees anything. */
  | { readonly fault: 'reset' }
  /** The office never sees it, the phone never hears. */
  | { readonly fault: 'silence' }
  | {
      readonly fault: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** What a Wi-Fi that wants a login does: 200 and a page of its own. */
  | { readonly fault: 'captivePortal' }
  | { readonly fault: 'delay'; readonly delayMs: number }
  /** Held back until the test lets it go. */
  | { readonly fault: 'hold'; readonly until: Promise<void> }
  /** The office commits and answers; the phone waits for ever. */
  | { readonly fault: 'ackSilence' }
  /** Delivered to the office twice, one after the other; the phone hears the second answer. */
  | { readonly fault: 'duplicate' }
  /** The office's text with a change: another release, an added script, another catalogue. */
  | { readonly fault: 'rewrite'; readonly rewrite: (text: string) => string };

export type FaultRule = RuleScope & Fault;

/** A rule at work: counts the requests that it met. */
export interface ArmedRule {
  readonly rule: FaultRule;
  hits: number;
}

export function meets(armed: ArmedRule, method: string, path: string): boolean {
  const { rule, hits } = armed;
  return (
    hits < (rule.times ?? Number.POSITIVE_INFINITY) &&
    (rule.method === undefined || rule.method === method) &&
    (rule.path === undefined || rule.path.test(path))
  );
}
