/** Every operation that this release of the contract describes; openapi.json and the server's access rules follow it. */
import { getApplication, getChanges, getQueue, putApplication, putDecision } from './routes/applications.ts';
import { getDocumentContent, headUpload, patchUpload, putDocument } from './routes/documents.ts';
import { getCapabilities, getService, getServiceSchema, listServices } from './routes/services.ts';
import { createToken, deleteSession, getMe, revokeToken } from './routes/session.ts';

export const contractRoutes = [
  getCapabilities,
  listServices,
  getService,
  getServiceSchema,
  putApplication,
  getApplication,
  putDecision,
  getQueue,
  getChanges,
  putDocument,
  getDocumentContent,
  headUpload,
  patchUpload,
  getMe,
  deleteSession,
  createToken,
  revokeToken,
] as const;
