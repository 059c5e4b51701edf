import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { maxDocumentBytes } from '#domain/document/sniff.ts';
import { createApp } from './app.ts';
import type { AppPorts } from './app-ports.ts';
import { assembleIssuer } from './auth/assemble-issuer.ts';
import { authKeysOf } from './auth/auth-keys.ts';
import type { DemoAccount } from './auth/demo-issuer.ts';
import { sessionCookie } from './auth/session-cookie.ts';
import { signInLimit } from './auth/sign-in-limit.ts';
import { uploadTickets } from './auth/upload-tickets.ts';
import { type Catalogue, loadCatalogue } from './catalogue/catalogue.ts';
import { defaultCodesPerDay } from './identity-environment.ts';
import { pinoLogger } from './http/pino-logger.ts';
import { usualLimits } from './http/rate-limit.ts';
import { applicantIndex } from './applications/index-applicant.ts';
import { claimDesk } from './applications/claim-desk.ts';
import { staticFilesOf } from './http/static-files.ts';
import { listen } from './listen.ts';
import { providerDoor } from './oidc/provider-door.ts';
import { openPersistence, type Persistence } from './open-persistence.ts';
import { holidaysFrom, demoAccountsIn, ownAuthSecret, ownMap, receiptKeysIn, requestCounterOn } from './own-parts.ts';
import { prepareDatabase } from './prepare-database.ts';
import { prepareFolder } from './prepare-folder.ts';
import { submissionOpener } from './sealing/open-submission.ts';
import { paperOpener } from './sealing/open-paper.ts';
import { trustedIssuer as gatewayTokens } from './gateway/trusted-issuer.ts';
import { type MakeGateway, openGateway } from './open-gateway.ts';
import { openJobs } from './open-jobs.ts';
import { type OpenedPush, openPush } from './open-push.ts';
import { openRetention } from './open-retention.ts';
import { openSealing } from './open-sealing.ts';
import { openUploads } from './open-uploads.ts';
import type { SealingDesk } from './sealing/sealing-desk.ts';
import type { ServerSettings } from './server-settings.ts';
import { pathProblem } from './start-problem.ts';
import { sqlAccountStore } from './stores/sql-account-store.ts';
import type { MapTiles } from './stores/map-tiles.ts';
import { lookupSecrets } from './auth/lookup-secret.ts';
import { orderSigner } from './receipts/order-signer.ts';
import { receiptSigner } from './receipts/receipt-signer.ts';
import { sqlApplicationStore } from './stores/sql-application-store.ts';
import { sqlAuditLog } from './stores/sql-audit-log.ts';
import { sqlChangeFeed } from './stores/sql-change-feed.ts';
import { sqlClaimStore } from './stores/sql-claim-store.ts';
import { sqlCodeStore } from './stores/sql-code-store.ts';
import { sqlDeviceStore } from './stores/sql-device-store.ts';
import { sqlResultStore } from './stores/sql-result-store.ts';
import { sqlRevisionStore } from './stores/sql-revision-store.ts';
import { sqlDocumentStore } from './stores/sql-document-store.ts';
import { sqlErasureStore } from './stores/sql-erasure-store.ts';
import { sqlLockStore } from './stores/sql-lock-store.ts';
import { sqlNoticeStore } from './stores/sql-notice-store.ts';
import { sqlPushStore } from './stores/sql-push-store.ts';
import { sqlQueueStore } from './stores/sql-queue-store.ts';
import { sqlSessionStore } from './stores/sql-session-store.ts';
import { sqlStatisticsStore } from './stores/sql-statistics-store.ts';
import { sqlStatusLookup } from './stores/sql-status-lookup.ts';
import { sqlSurveyStore } from './stores/sql-survey-store.ts';
import { sqlTicketStore } from './stores/sql-ticket-store.ts';
import { surveyDesk } from './applications/survey-desk.ts';
import { eraseFiles } from './uploads/erase-files.ts';
import { clamdScanner } from './uploads/judging/clamd-scanner.ts';
import { createPaperJudge } from './uploads/judging/judge-paper.ts';
import type { UploadStore } from './uploads/upload-store.ts';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly demoAccounts: readonly DemoAccount[];
  /** Stops taking work, lets what runs end (10 s at most), closes everything. */
  close(): Promise<void>;
}

/** Regency of Tangerang in Kepmendagri's list; without the dot it leads every registration number. */
const regency = '36.03';
const officeCode = regency.replace('.', '');
const catalogueFolder = fileURLToPath(new URL('./catalogue', import.meta.url));

/** Starts the reference backend. Throws StartProblem, in words for the person who starts it. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  try {
    return await started(settings);
  } catch (error) {
    throw pathProblem(error) ?? error;
  }
}

async function started(settings: ServerSettings): Promise<RunningServer> {
  const { dataDir } = settings;
  prepareFolder(dataDir);
  const demoAccounts = settings.demoAccounts ?? demoAccountsIn(dataDir);
  const catalogue = loadCatalogue(settings.catalogueDir ?? catalogueFolder);
  const authSecret = settings.authSecret ?? ownAuthSecret(dataDir);
  // A push ends with its session, which a gateway does not tell of.
  const push = openPush(dataDir, (settings.trustedIssuer ?? null) === null ? settings.push : null);
  const mapTiles = ownMap(settings.mapTiles ?? null);
  const holidays = holidaysFrom(settings.holidays ?? null);
  const persistence = await openPersistence(dataDir, settings.databaseUrl ?? null, Date.now());
  try {
    await prepareDatabase(persistence.database, { demoAccounts, catalogue, holidays, authSecret, regency, officeCode });
    const uploads = await openUploads(dataDir, settings.storage ?? null);
    // Of what was erased before this process: another may have died in the middle of it.
    await eraseFiles({
      erasures: sqlErasureStore(persistence.database),
      uploads,
      uploadLock: persistence.uploadLock,
    });
    const sealing = await openSealing(dataDir, settings.sealing);
    const makeGateway = await openGateway(dataDir, settings.backendUrl ?? null);
    let draining = false;
    const made: { ports?: AppPorts } = {};
    const listener = await listen({
      port: settings.port,
      https: settings.publicUrl?.startsWith('https:') ?? false,
      makeApp: (url) => {
        const ports = portsOf(
          { ...settings, demoAccounts, authSecret },
          persistence,
          { catalogue, mapTiles, sealing, push, makeGateway, uploads },
          settings.publicUrl ?? url,
          () => draining,
        );
        made.ports = settings.adapt?.(ports) ?? ports;
        return createApp(made.ports);
      },
    });
    const retention = openRetention(settings, persistence, uploads);
    if (made.ports === undefined) throw new Error('Listening without an app');
    const publicOrigin = settings.publicUrl ?? listener.url;
    const jobs = openJobs(settings, persistence, { push, publicOrigin, papers: made.ports });
    return {
      url: listener.url,
      port: listener.port,
      demoAccounts,
      close: async () => {
        draining = true;
        persistence.uploadLock.releaseAll();
        await listener.close();
        await Promise.all([retention.stop(), jobs.stop()]);
        await persistence.close();
        mapTiles?.close();
      },
    };
  } catch (error) {
    await persistence.close();
    throw error;
  }
}

interface Parts {
  readonly catalogue: Catalogue;
  readonly mapTiles: MapTiles | null;
  readonly sealing: SealingDesk;
  readonly push: OpenedPush | null;
  readonly makeGateway: MakeGateway;
  readonly uploads: UploadStore;
}

function portsOf(
  settings: ServerSettings & { readonly demoAccounts: readonly DemoAccount[]; readonly authSecret: string },
  { database, uploadLock }: Persistence,
  { catalogue, mapTiles, sealing, push, makeGateway, uploads }: Parts,
  publicOrigin: string,
  draining: () => boolean,
): AppPorts {
  const nowMs = () => Date.now();
  const applications = sqlApplicationStore(database, officeCode);
  const cookie = sessionCookie(publicOrigin.startsWith('https:'));
  const logger = pinoLogger(settings.logLevel);
  const { demoAccounts, codeGateway: gateway = null, provider = null } = settings;
  const receiptKeys = settings.receiptKeys ?? receiptKeysIn(settings.dataDir);
  const keys = authKeysOf(settings.authSecret);
  const alarm = (event: string, facts?: Readonly<Record<string, number | string>>) => logger.warn(event, facts);
  const accounts = sqlAccountStore(database);
  const counter = requestCounterOn(database, keys, alarm);
  const ownIssuer = assembleIssuer(
    {
      keys,
      demoAccounts,
      gateway,
      codesPerDay: settings.codesPerDay ?? defaultCodesPerDay,
      publicOrigin,
      ...(settings.codeCaps === undefined ? {} : { codeCaps: settings.codeCaps }),
      hasProvider: provider !== null,
    },
    {
      accounts,
      sessions: sqlSessionStore(database),
      codes: sqlCodeStore(database),
    },
    { cookie, limit: signInLimit(counter), alarm, nowMs },
  );
  const tickets = uploadTickets(
    { store: sqlTicketStore(database), keys, accountOf: ownIssuer.knownAs, nowMs },
    ownIssuer,
  );
  const { trustedIssuer = null } = settings;
  const signsIn = trustedIssuer === null && (demoAccounts.length > 0 || gateway !== null || provider !== null);
  const issuer = signsIn ? ownIssuer : null;
  const door = provider === null ? null : providerDoor(provider, { keys, publicOrigin, regency, alarm, nowMs });
  const behindProxy = settings.behindProxy ?? false;
  return {
    catalogue,
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
    uploadLock,
    judgePaper: createPaperJudge(settings.clamd ? clamdScanner(settings.clamd) : null),
    authenticator:
      trustedIssuer === null
        ? tickets
        : gatewayTokens({ issuer: trustedIssuer, audience: publicOrigin, accounts, nowMs }),
    tickets,
    issuer,
    provider: door,
    gateway: makeGateway({ keys, issuer, provider: door, tickets, publicOrigin, behindProxy, nowMs }),
    cookie,
    receipts: receiptSigner(receiptKeys, publicOrigin),
    lookupSecrets: lookupSecrets(keys),
    statusLookup: sqlStatusLookup(database),
    devices: sqlDeviceStore(database),
    revisions: sqlRevisionStore(database),
    results: sqlResultStore(database),
    orders: orderSigner(receiptKeys, publicOrigin),
    locks: sqlLockStore(database),
    push: push?.desk ?? null,
    pushes: sqlPushStore(database),
    surveys: surveyDesk(keys, sqlSurveyStore(database)),
    statistics: sqlStatisticsStore(database),
    notices: settings.notices ? sqlNoticeStore(database) : null,
    staticFiles: staticFilesOf(settings.webDist),
    mapTiles,
    readiness: {
      draining,
      check: async () => {
        await database.ping();
        await uploads.ping();
      },
    },
    logger,
    publicOrigin,
    regency,
    limits: settings.rateLimits === undefined ? usualLimits : settings.rateLimits,
    counter,
    behindProxy,
    maxUploadBytes: maxDocumentBytes,
    nowMs,
    newUploadKey: () => randomBytes(24).toString('base64url'),
  };
}
