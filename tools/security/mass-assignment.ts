import { ApplicationView } from '#contract/application-view.ts';
import { Me, ReceiptWire } from '#contract/schemas.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import { testSubmission } from '#server/testing/test-submission.ts';
import type { SecurityContext } from './check.ts';
import { fromOwnPage } from './security-server.ts';

/** What only the office decides, sent by an applicant as if it were theirs to say. */
const presumed: Readonly<Record<string, unknown>> = {
  status: 'done',
  version: 99,
  ownerId: 'budi',
  owner_id: 'budi',
  registrationNumber: '3603-1999-000001',
  receivedAt: '1999-01-01T00:00:00.000Z',
  office: { level: 'desa', area: '36.03.01.2006' },
  reason: 'sudah',
  bodyHash: '0'.repeat(64),
  roles: ['admin'],
  posts: [{ level: 'dinas', area: '36.03' }],
  accountId: 'officer',
  verified: true,
};

/** R28: members that a request has no right to are never taken over, one by one and all together. */
export async function checkMassAssignment({ server: open }: SecurityContext): Promise<readonly string[]> {
  const server = await open();
  const faults: string[] = [];
  const { cookie } = await server.signIn('siti');
  const headers = { ...fromOwnPage, Cookie: cookie, 'Content-Type': 'application/json' };
  const tries = [...Object.entries(presumed).map(([key, value]) => ({ [key]: value })), presumed];
  for (const extra of tries) {
    const where = Object.keys(extra).join(', ');
    const { path, id, body } = testSubmission([]);
    const json = { ...body, serviceId: paperlessService.id, schemaVersion: 1, ...extra };
    const answer = await server.send(path, { method: 'PUT', headers, body: JSON.stringify(json) });
    if (answer.status === 422) continue;
    const receipt = ReceiptWire.parse(await answer.json());
    const view = ApplicationView.parse(await (await server.send(path, { headers: { Cookie: cookie } })).json());
    const taken = [
      view.id === id ? null : 'id',
      view.status === 'submitted' ? null : 'status',
      view.version === 1 ? null : 'version',
      view.reason === null ? null : 'reason',
      receipt.registrationNumber.startsWith('3603-1999') ? 'number' : null,
      view.receivedAt.startsWith('1999') ? 'time' : null,
    ].filter((what) => what !== null);
    if (taken.length > 0) faults.push(`${where}: ${taken.join(', ')} was taken over`);
  }
  const me = Me.parse(await (await server.send('/v1/me', { headers: { Cookie: cookie } })).json());
  if (me.roles.join() !== 'pemohon' || (me.posts ?? []).length > 0) faults.push('the account has other roles now');
  const elsewhere = await server.signIn('budi');
  const feed = await (await server.send('/v1/changes', { headers: { Cookie: elsewhere.cookie } })).text();
  if (!/"items":\[\]/.test(feed)) faults.push('an application went to another account');
  return faults;
}
