/** A backend that runs, and three people who can speak to it. */
export interface Backend {
  readonly baseUrl: string;
  readonly tokenA: string;
  readonly tokenB: string;
  readonly tokenOfficer: string;
  /** The last code that was sent to a number (E.164); absent where the suite can't read messages. */
  readonly codeSentTo?: (phone: string) => Promise<string | undefined>;
  stop(): Promise<void>;
}
