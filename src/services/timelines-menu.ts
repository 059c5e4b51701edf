/** What is rare or comes after the first screen: how an application fares, asked for when somebody looks at it. */
export interface TimelinesMenu {
  /** Asks the office and keeps what it says; without signal what was kept stays. */
  refresh(applicationId: string): Promise<void>;
  /** The person has looked: its news are none any more. */
  seen(applicationId: string): Promise<void>;
}
