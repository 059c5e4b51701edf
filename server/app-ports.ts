import type { Authenticator } from './auth/authenticator.ts';
import type { Issuer } from './auth/issuer.ts';
import type { SessionCookie } from './auth/session-cookie.ts';
import type { UploadTickets } from './auth/upload-tickets.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { ApplicantIndex } from './applications/index-applicant.ts';
import type { ClaimDesk } from './applications/claim-desk.ts';
import type { OpenedGateway } from './gateway/opened-gateway.ts';
import type { RateLimits } from './http/rate-limit.ts';
import type { RequestCounter } from './http/request-counter.ts';
import type { ServerLogger } from './http/server-logger.ts';
import type { StaticFiles } from './http/static-files.ts';
import type { ProviderDoor } from './oidc/provider-door.ts';
import type { PushDesk } from './push/push-desk.ts';
import type { LookupSecrets } from './auth/lookup-secret.ts';
import type { OrderSigner } from './receipts/order-signer.ts';
import type { ReceiptSigner } from './receipts/receipt-signer.ts';
import type { OpenPaper } from './sealing/open-paper.ts';
import type { OpenSubmissionPort } from './sealing/open-submission.ts';
import type { SealingDesk } from './sealing/sealing-desk.ts';
import type { ApplicationStore } from './stores/application-store.ts';
import type { AuditLog } from './stores/audit-log.ts';
import type { ChangeFeed } from './stores/change-feed.ts';
import type { DocumentStore } from './stores/document-store.ts';
import type { DeviceStore } from './stores/device-store.ts';
import type { LockStore } from './stores/lock-store.ts';
import type { MapTiles } from './stores/map-tiles.ts';
import type { NoticeStore } from './stores/notice-store.ts';
import type { PushStore } from './stores/push-store.ts';
import type { ResultStore } from './stores/result-store.ts';
import type { RevisionStore } from './stores/revision-store.ts';
import type { StatisticsStore } from './stores/statistics-store.ts';
import type { SurveyDesk } from './applications/survey-desk.ts';
import type { PaperJudge } from './uploads/judging/judge-paper.ts';
import type { ErasureStore } from './stores/erasure-store.ts';
import type { QueueStore } from './stores/queue-store.ts';
import type { StatusLookup } from './stores/sql-status-lookup.ts';
import type { UploadLock } from './uploads/upload-lock.ts';
import type { UploadStore } from './uploads/upload-store.ts';

/** Everything that the app needs from the world. A test wraps one of them to make it fail. */
export interface AppPorts {
  readonly catalogue: Catalogue;
  readonly applications: ApplicationStore;
  readonly queue: QueueStore;
  readonly applicants: ApplicantIndex;
  readonly documents: DocumentStore;
  readonly revisions: RevisionStore;
  readonly results: ResultStore;
  readonly surveys: SurveyDesk;
  readonly statistics: StatisticsStore;
  readonly changes: ChangeFeed;
  readonly audit: AuditLog;
  readonly erasures: ErasureStore;
  readonly claims: ClaimDesk;
  readonly uploads: UploadStore;
  readonly uploadLock: UploadLock;
  readonly judgePaper: PaperJudge;
  readonly sealing: SealingDesk;
  /** What was filled in, out of its seal if it has one. */
  readonly openSubmission: OpenSubmissionPort;
  /** What a sealed paper holds, as far as it is known what opens it. */
  readonly openPaper: OpenPaper;
  readonly authenticator: Authenticator;
  /** Null when another issuer signs people in. */
  readonly issuer: Issuer | null;
  /** Where officers and officials sign in; null where the office has no provider of its own. */
  readonly provider: ProviderDoor | null;
  /** What lets a phone hand in with nobody signed in. */
  readonly tickets: UploadTickets;
  readonly cookie: SessionCookie;
  readonly receipts: ReceiptSigner;
  readonly lookupSecrets: LookupSecrets;
  readonly statusLookup: StatusLookup;
  readonly devices: DeviceStore;
  readonly orders: OrderSigner;
  readonly locks: LockStore;
  /** Null where nobody is woken. */
  readonly push: PushDesk | null;
  readonly pushes: PushStore;
  /** Null where no short messages are sent. */
  readonly notices: Pick<NoticeStore, 'wants' | 'setWants'> | null;
  /** Null where applications are kept here. */
  readonly gateway: OpenedGateway | null;
  readonly staticFiles: StaticFiles;
  /** Null when this office offers no map. */
  readonly mapTiles: MapTiles | null;
  readonly readiness: Readiness;
  readonly logger: ServerLogger;
  /** Scheme, host and port that people type, without a path. */
  readonly publicOrigin: string;
  /** Kepmendagri code of the regency whose backend this is: "36.03". */
  readonly regency: string;
  /** A proxy of our own stands in front and says where requests come from. */
  readonly behindProxy: boolean;
  /** Null: none, because somebody in front does it. */
  readonly limits: RateLimits | null;
  /** What `limits` are counted by. */
  readonly counter: RequestCounter;
  /** Largest document in bytes. */
  readonly maxUploadBytes: number;
  nowMs(): number;
  /** Unguessable, at least 128 bits, letters, digits, "-" and "_". */
  newUploadKey(): string;
}

export interface Readiness {
  /** Set at shutdown: ready says 503, answers say "Connection: close". */
  draining(): boolean;
  /** Resolves when database and storage answer. */
  check(): Promise<void>;
}
