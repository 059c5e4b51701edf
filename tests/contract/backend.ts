/** A backend that runs, and three people who can speak to it. */
export interface Backend {
  readonly baseUrl: string;
  readonly tokenA: string;
  readonly tokenB: string;
  readonly tokenOfficer: string;
  /** The last code that was sent to a number (E.164); absent where the suite can't read messages. */
  readonly codeSentTo?: (phone: string) => Promise<string | undefined>;
  /** What it has noted of looks at an application's numbers; absent where the suite can't read it. */
  readonly revealsNotedOf?: (applicationId: string) => Promise<readonly string[]>;
  stop(): Promise<void>;
}
