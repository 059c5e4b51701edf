/** A backend that runs, and three people who can speak to it. */
export interface Backend {
  readonly baseUrl: string;
  readonly tokenA: string;
  readonly tokenB: string;
  readonly tokenOfficer: string;
  stop(): Promise<void>;
}
