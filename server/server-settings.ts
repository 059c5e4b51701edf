import type { AppPorts } from './app-ports.ts';
import type { CodeGateway } from './auth/code-gateway.ts';
import type { CodeCaps } from './auth/code-rules.ts';
import type { DemoAccount } from './auth/demo-issuer.ts';
import type { LogLevel } from './http/pino-logger.ts';
import type { RateLimits } from './http/rate-limit.ts';
import type { ProviderSettings } from './oidc/provider-settings.ts';
import type { PushSettings } from './open-push.ts';
import type { SealingSettings } from './open-sealing.ts';
import type { RetentionTerms } from './retention/retention-terms.ts';
import type { StorageSettings } from './storage-environment.ts';
import type { JobStore } from './stores/job-store.ts';
import type { ReceiptKeys } from './receipts/receipt-keys.ts';
import type { ClamdAddress } from './uploads/judging/clamd-scanner.ts';
import type { WebhookSettings } from './webhooks/signed-post.ts';

export interface ServerSettings {
  /** 0 takes any free one. */
  readonly port: number;
  readonly dataDir: string;
  /** Null or absent: kept in the data folder, with codes made at the first start. Empty: nobody can sign in. */
  readonly demoAccounts?: readonly DemoAccount[] | null;
  /** Sends the codes that citizens sign in with; null or absent: there are only the demo accounts. */
  readonly codeGateway?: CodeGateway | null;
  /** For all numbers together, in 24 hours. */
  readonly codesPerDay?: number;
  /** Absent: the usual ones; a test signs in more often than a person. */
  readonly codeCaps?: CodeCaps;
  /** Where officers and officials sign in; null or absent: nowhere but here. */
  readonly provider?: ProviderSettings | null;
  /** What tokens and codes are sealed with; null or absent: kept in the data folder. */
  readonly authSecret?: string | null;
  /** Folder of the built app. */
  readonly webDist: string;
  /** Folder of the services on offer; absent: the ones of this release. */
  readonly catalogueDir?: string | null;
  /** An MBTiles file; null or absent: no map is offered. */
  readonly mapTiles?: string | null;
  /** Days on which the offices are closed, in the format of calendar/holidays.json; null for those that come with the server. */
  readonly holidays?: string | null;
  /** PostgreSQL; null or absent for the embedded database. */
  readonly databaseUrl?: string | null;
  /** An S3-compatible store for the bytes of papers; null or absent for the data folder. */
  readonly storage?: StorageSettings | null;
  /** What receipts are signed with; null or absent: kept in the data folder, made at the first start. */
  readonly receiptKeys?: ReceiptKeys | null;
  /** As people type it; absent: http://localhost and the port. */
  readonly publicUrl?: string | null;
  /** A proxy of our own stands in front and adds X-Forwarded-For. */
  readonly behindProxy?: boolean;
  /** Absent: the usual ones. Null: none. */
  readonly rateLimits?: RateLimits | null;
  /** Looks for viruses in every paper; null or absent: nobody does. */
  readonly clamd?: ClamdAddress | null;
  readonly logLevel: LogLevel;
  /** Absent: optional, with keys of its own in the data folder. A key file that is named has to be there. */
  readonly sealing?: SealingSettings;
  /** What sends short messages about applications; null or absent: nothing does. */
  readonly notices?: WebhookSettings | null;
  /** Null: nobody is woken. Absent: by the usual push services, with a key in the data folder. */
  readonly push?: PushSettings | null;
  /** Absent: the usual ones. */
  readonly retention?: RetentionTerms;
  /** Origin of a backend that keeps the applications in our place; null or absent: they are kept here. */
  readonly backendUrl?: string | null;
  /** Origin of the gateway that says who people are; null or absent: they sign in here. */
  readonly trustedIssuer?: string | null;
  /** Changes the parts before the app is made of them: how a test makes one of them fail. */
  readonly adapt?: (ports: AppPorts) => AppPorts;
  /** The same of the job table. */
  readonly adaptJobs?: (store: JobStore) => JobStore;
}
