import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import type { AppPorts } from '../app-ports.ts';
import { demoIssuer } from '../auth/demo-issuer.ts';
import { sessionCookie } from '../auth/session-cookie.ts';
import { signInLimit } from '../auth/sign-in-limit.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { staticFilesOf } from '../http/static-files.ts';
import { migrate } from '../stores/migrate.ts';
import { sqlApplicationStore } from '../stores/sql-application-store.ts';
import { sqlAuditLog } from '../stores/sql-audit-log.ts';
import { sqlChangeFeed } from '../stores/sql-change-feed.ts';
import { sqlDocumentStore } from '../stores/sql-document-store.ts';
import { sqlSessionStore } from '../stores/sql-session-store.ts';
import { type AuditVerdict, verifyAudit } from '../stores/verify-audit.ts';
import { openSqliteDatabase } from '../stores/sqlite-database.ts';
import { fileUploadStore } from '../uploads/file-upload-store.ts';
import { processUploadLock } from '../uploads/process-upload-lock.ts';
import { type LoggedLine, recordingLogger } from './recording-logger.ts';
import { testAccounts, type TestPerson } from './test-accounts.ts';
import { paperlessService, testService, villageService } from './test-service.ts';

export interface TestApp {
  /** A request as somebody, without a socket. JSON bodies are given as objects. */
  send(person: TestPerson | null, method: string, path: string, options?: SendOptions): Promise<Response>;
  readonly log: readonly LoggedLine[];
  readonly ports: AppPorts;
  /** What the audit log says, in order: event, actor, subject, about. */
  audit(): Promise<readonly (readonly unknown[])[]>;
  verifyAudit(): Promise<AuditVerdict>;
  /** Moves the app's clock; everybody signs in anew. */
  advanceMs(ms: number): void;
  nowMs(): number;
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
  readonly draining?: () => boolean;
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
  const sessions = sqlSessionStore(database);
  const issuer = demoIssuer({ accounts: Object.values(testAccounts), sessions, cookie, limit: signInLimit(), nowMs });
  const uploads = fileUploadStore(join(folder, 'files'));
  const { logger, lines } = recordingLogger();
  const ports: AppPorts = {
    catalogue: catalogueOf([testService, paperlessService, villageService], []),
    applications: sqlApplicationStore(database, '3603'),
    documents: sqlDocumentStore(database),
    changes: sqlChangeFeed(database),
    audit: sqlAuditLog(database),
    uploads,
    uploadLock: processUploadLock(),
    authenticator: issuer,
    issuer,
    cookie,
    staticFiles: staticFilesOf(settings.webDist ?? join(folder, 'no-dist')),
    readiness: { draining: settings.draining ?? (() => false), check: () => database.ping() },
    logger,
    publicOrigin,
    regency: '36.03',
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
    const signIn = await issuer.signIn(login, code, 'test');
    if (signIn.kind !== 'signed-in') throw new Error('A test account can not sign in');
    tokens.set(person, signIn.token);
    return signIn.token;
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
    ports,
    audit: async () => {
      const rows = await database.all('SELECT event, actor, subject, about FROM audit_log ORDER BY seq');
      return rows.map(({ event, actor, subject, about }) => [event, actor, subject, about]);
    },
    verifyAudit: () => verifyAudit(database),
    advanceMs: (ms) => {
      clockMs += ms;
      // Whoever is away for long signs in again.
      tokens.clear();
    },
    nowMs,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
