export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Facts about requests and troubles; never an address with a query, an answer, a name, a number of a person. */
export interface ServerLogger {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** The error's name, message and stack are kept: our errors carry no data of people in them. */
  error(event: string, error: unknown, facts?: LogFacts): void;
}
