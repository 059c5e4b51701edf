import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import type { AppPorts } from '../app-ports.ts';
import { authKeysOf } from '../auth/auth-keys.ts';
import { assembleIssuer, putDemoAccounts } from '../auth/assemble-issuer.ts';
import { sessionCookie } from '../auth/session-cookie.ts';
import { uploadTickets } from '../auth/upload-tickets.ts';
import { signInLimit } from '../auth/sign-in-limit.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';
import type { RateLimits } from '../http/rate-limit.ts';
import { countAlone } from '../http/request-counter.ts';
import { applicantIndex } from '../applications/index-applicant.ts';
import { claimDesk } from '../applications/claim-desk.ts';
import { staticFilesOf } from '../http/static-files.ts';
import { pushDesk } from '../push/push-desk.ts';
import { usualPushHosts } from '../push/push-hosts.ts';
import { newPushKeys, parsePushKeys } from '../push/push-keys.ts';
import { newReceiptKeys, parseReceiptKeys } from '../receipts/receipt-keys.ts';
import { lookupSecrets } from '../auth/lookup-secret.ts';
import { orderSigner } from '../receipts/order-signer.ts';
import { receiptSigner } from '../receipts/receipt-signer.ts';
import { usualTerms } from '../retention/retention-terms.ts';
import { sweepRetention, type Swept } from '../retention/sweep-retention.ts';
import { submissionOpener } from '../sealing/open-submission.ts';
import { paperOpener } from '../sealing/open-paper.ts';
import { noSealing, type SealingDesk } from '../sealing/sealing-desk.ts';
import { migrate } from '../stores/migrate.ts';
import { sqlAccountStore } from '../stores/sql-account-store.ts';
import { sqlQueueStore } from '../stores/sql-queue-store.ts';
import { sqlApplicationStore } from '../stores/sql-application-store.ts';
import { sqlAuditLog } from '../stores/sql-audit-log.ts';
import { sqlChangeFeed } from '../stores/sql-change-feed.ts';
import { sqlClaimStore } from '../stores/sql-claim-store.ts';
import { sqlCodeStore } from '../stores/sql-code-store.ts';
import { sqlDocumentStore } from '../stores/sql-document-store.ts';
import type { SqlRow } from '../stores/sql-database.ts';
import { sqlDeviceStore } from '../stores/sql-device-store.ts';
import { sqlResultStore } from '../stores/sql-result-store.ts';
import { sqlRevisionStore } from '../stores/sql-revision-store.ts';
import { sqlErasureStore } from '../stores/sql-erasure-store.ts';
import { sqlLockStore } from '../stores/sql-lock-store.ts';
import { sqlNoticeStore } from '../stores/sql-notice-store.ts';
import { sqlPushStore } from '../stores/sql-push-store.ts';
import { sqlRetentionStore } from '../stores/sql-retention-store.ts';
import { sqlSessionStore } from '../stores/sql-session-store.ts';
import { sqlStatusLookup } from '../stores/sql-status-lookup.ts';
import { sqlStatisticsStore } from '../stores/sql-statistics-store.ts';
import { sqlSurveyStore } from '../stores/sql-survey-store.ts';
import { sqlTicketStore } from '../stores/sql-ticket-store.ts';
import { type AuditVerdict, verifyAudit } from '../stores/verify-audit.ts';
import { openSqliteDatabase } from '../stores/sqlite-database.ts';
import { surveyDesk } from '../applications/survey-desk.ts';
import { fileUploadStore } from '../uploads/file-upload-store.ts';
import { createPaperJudge } from '../uploads/judging/judge-paper.ts';
import { processUploadLock } from '../uploads/process-upload-lock.ts';
import { recordingGateway, type RecordingGateway } from './recording-gateway.ts';
import { type LoggedLine, recordingLogger } from './recording-logger.ts';
import { testAccounts, type TestPerson } from './test-accounts.ts';
import { paperlessService, testService, villageService } from './test-service.ts';

export interface TestApp {
  /** A request as somebody, without a socket. JSON bodies are given as objects. */
  send(person: TestPerson | null, method: string, path: string, options?: SendOptions): Promise<Response>;
  readonly log: readonly LoggedLine[];
  /** Where codes arrive. */
  readonly gateway: RecordingGateway;
  readonly ports: AppPorts;
  /** What the audit log says, in order: event, actor, subject, about. */
  audit(): Promise<readonly (readonly unknown[])[]>;
  verifyAudit(): Promise<AuditVerdict>;
  /** What the server does every six hours, by the usual terms. */
  sweep(): Promise<Swept>;
  /** Moves the app's clock; everybody signs in anew. */
  advanceMs(ms: number): void;
  nowMs(): number;
  /** What the database keeps, for those who look for what must not be in it. */
  rows(
    table:
      | 'one_time_code'
      | 'session'
      | 'application'
      | 'upload_ticket'
      | 'lock_share'
      | 'lock_recovery'
      | 'push_subscription'
      | 'survey_batch'
      | 'survey_comment'
      | 'survey_given'
      | 'job',
  ): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}

export interface SendOptions {
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestAppSettings {
  readonly publicOrigin?: string;
  readonly webDist?: string;
  /** None, where they are not named. */
  readonly limits?: RateLimits;
  readonly draining?: () => boolean;
  readonly codesPerDay?: number;
  readonly mapTiles?: AppPorts['mapTiles'];
  /** Over a key file in the folder that it is given. */
  readonly sealing?: (folder: string) => SealingDesk;
  /** Breaks a part on purpose. */
  readonly adapt?: (ports: AppPorts) => AppPorts;
}

/** The whole app over the real embedded database and real files, in a folder of its own; only the clock is a toy. */
export async function openTestApp(settings: TestAppSettings = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-app-'));
  const database = openSqliteDatabase(join(folder, 'app.db'));
  let clockMs = Date.parse('2026-11-24T03:00:00Z');
  const nowMs = () => clockMs;
  await migrate(database, nowMs());
  const { publicOrigin = 'http://localhost:8080' } = settings;
  const cookie = sessionCookie(publicOrigin.startsWith('https:'));
  const receiptKeys = parseReceiptKeys(newReceiptKeys());
  if (receiptKeys === undefined) throw new Error('New keys can not be read');
  const pushKeys = parsePushKeys(newPushKeys());
  if (pushKeys === undefined) throw new Error('New keys can not be read');
  const { logger, lines } = recordingLogger();
  const gateway = recordingGateway();
  const demoAccounts = Object.values(testAccounts);
  const accounts = sqlAccountStore(database);
  await putDemoAccounts(accounts, demoAccounts, nowMs());
  const counter = countAlone();
  const keys = authKeysOf('only-for-tests-0123456789abcdefghij');
  const issuer = assembleIssuer(
    {
      keys,
      hasProvider: false,
      demoAccounts,
      gateway,
      codesPerDay: settings.codesPerDay ?? 1000,
      publicOrigin,
    },
    { accounts, sessions: sqlSessionStore(database), codes: sqlCodeStore(database) },
    { cookie, limit: signInLimit(counter), alarm: (event, facts) => logger.warn(event, facts), nowMs },
  );
  const uploads = fileUploadStore(join(folder, 'files'));
  const applications = sqlApplicationStore(database, '3603');
  const sealing = settings.sealing?.(folder) ?? noSealing;
  const tickets = uploadTickets({ store: sqlTicketStore(database), keys, accountOf: issuer.knownAs, nowMs }, issuer);
  const ports: AppPorts = {
    catalogue: catalogueOf([testService, paperlessService, villageService], []),
    applications,
    sealing,
    openSubmission: submissionOpener(sealing),
    openPaper: paperOpener(applications, sealing),
    queue: sqlQueueStore(database),
    applicants: applicantIndex(keys),
    documents: sqlDocumentStore(database),
    changes: sqlChangeFeed(database),
    audit: sqlAuditLog(database),
    erasures: sqlErasureStore(database),
    claims: claimDesk(keys, sqlClaimStore(database)),
    uploads,
    uploadLock: processUploadLock(),
    judgePaper: createPaperJudge(null),
    authenticator: tickets,
    tickets,
    issuer,
    provider: null,
    cookie,
    receipts: receiptSigner(receiptKeys, publicOrigin),
    lookupSecrets: lookupSecrets(keys),
    statusLookup: sqlStatusLookup(database),
    devices: sqlDeviceStore(database),
    revisions: sqlRevisionStore(database),
    results: sqlResultStore(database),
    orders: orderSigner(receiptKeys, publicOrigin),
    locks: sqlLockStore(database),
    push: pushDesk(pushKeys.publicKey, { hosts: usualPushHosts, testOrigin: null }),
    pushes: sqlPushStore(database),
    surveys: surveyDesk(keys, sqlSurveyStore(database)),
    statistics: sqlStatisticsStore(database),
    notices: sqlNoticeStore(database),
    gateway: null,
    staticFiles: staticFilesOf(settings.webDist ?? join(folder, 'no-dist')),
    mapTiles: settings.mapTiles ?? null,
    readiness: { draining: settings.draining ?? (() => false), check: () => database.ping() },
    logger,
    publicOrigin,
    regency: '36.03',
    limits: settings.limits ?? null,
    counter,
    behindProxy: true,
    maxUploadBytes: 10 * 1024 * 1024,
    nowMs,
    newUploadKey: () => randomBytes(24).toString('base64url'),
  };
  const app = createApp(settings.adapt?.(ports) ?? ports);
  const tokens = new Map<TestPerson, string>();

  async function tokenOf(person: TestPerson): Promise<string> {
    const known = tokens.get(person);
    if (known !== undefined) return known;
    const { login, code } = testAccounts[person];
    const signIn = await issuer.signInByDemo(login, code, { address: 'test', device: '' });
    if (signIn.kind !== 'granted') throw new Error('A test account can not sign in');
    tokens.set(person, signIn.accessToken);
    return signIn.accessToken;
  }

  return {
    send: async (person, method, path, { json, body, headers } = {}) => {
      const token = person === null ? undefined : await tokenOf(person);
      return app.request(path, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(body === undefined ? {} : { body }),
      });
    },
    log: lines,
    gateway,
    ports,
    audit: async () => {
      const rows = await database.all('SELECT event, actor, subject, about FROM audit_log ORDER BY seq');
      return rows.map(({ event, actor, subject, about }) => [event, actor, subject, about]);
    },
    verifyAudit: () => verifyAudit(database),
    sweep: () =>
      sweepRetention({ ...ports, retention: sqlRetentionStore(database) }, usualTerms, new AbortController().signal),
    advanceMs: (ms) => {
      clockMs += ms;
      // Whoever is away for long signs in again.
      tokens.clear();
    },
    nowMs,
    rows: (table) => database.all(`SELECT * FROM ${table}`),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
