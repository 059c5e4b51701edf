/** Every operation that this release of the contract describes; openapi.json and the server's access rules follow it. */
import { getApplication, getChanges, putApplication, putDecision } from './routes/applications.ts';
import { listClaims, putClaim } from './routes/claims.ts';
import { getDeviceOrders, putDevice, putDeviceOrder, putDeviceOrderReceipt } from './routes/devices.ts';
import { getDocumentContent, headUpload, patchUpload, putDocument } from './routes/documents.ts';
import { putErasure } from './routes/erasure.ts';
import {
  deleteLockRecovery,
  deleteLockShare,
  getLockRecovery,
  putLockRecovery,
  putLockShare,
  putLockTry,
} from './routes/lock.ts';
import { getMapTile } from './routes/map.ts';
import { getNotices, putNotices } from './routes/notices.ts';
import { deletePushSubscription, putPushSubscription } from './routes/push.ts';
import { getIssued, getResultContent, putResult } from './routes/results.ts';
import { createReveal } from './routes/reveals.ts';
import { putRevision, putWithdrawal } from './routes/revisions.ts';
import { getQueue, getQueueCounts, putAssignment, searchQueue } from './routes/queue.ts';
import { exportStatistics, getOpenServices, getOpenServicesCsv, getStatistics } from './routes/statistics.ts';
import { putSurvey } from './routes/surveys.ts';
import { getReceiptKeys } from './routes/receipts.ts';
import { getCapabilities, getService, getServiceSchema, listServices } from './routes/services.ts';
import { createStatusLookup } from './routes/status-lookups.ts';
import { putUploadTicket } from './routes/tickets.ts';
import {
  createCode,
  createToken,
  deleteOtherSessions,
  deleteSession,
  getMe,
  listSessions,
  putPhone,
  revokeToken,
} from './routes/session.ts';

export const contractRoutes = [
  getCapabilities,
  listServices,
  getService,
  getServiceSchema,
  getMapTile,
  putApplication,
  getApplication,
  listClaims,
  putClaim,
  putDecision,
  putRevision,
  putWithdrawal,
  putSurvey,
  getStatistics,
  exportStatistics,
  getOpenServices,
  getOpenServicesCsv,
  putAssignment,
  createReveal,
  putResult,
  getResultContent,
  getIssued,
  getQueue,
  searchQueue,
  getQueueCounts,
  getReceiptKeys,
  createStatusLookup,
  getChanges,
  putDocument,
  getDocumentContent,
  headUpload,
  patchUpload,
  getMe,
  listSessions,
  deleteSession,
  deleteOtherSessions,
  putPhone,
  putUploadTicket,
  putErasure,
  putDevice,
  putDeviceOrder,
  getDeviceOrders,
  putDeviceOrderReceipt,
  putLockShare,
  putLockTry,
  deleteLockShare,
  putLockRecovery,
  getLockRecovery,
  deleteLockRecovery,
  putPushSubscription,
  deletePushSubscription,
  getNotices,
  putNotices,
  createCode,
  createToken,
  revokeToken,
] as const;
