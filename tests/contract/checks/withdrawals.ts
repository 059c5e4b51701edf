import { ReceiptWire } from '#contract/schemas.ts';
import { readApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { decide, planDecision, readEtag } from '../decisions.ts';
import { expectEqual, expectStatus } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import { change, planWithdrawal } from '../revisions.ts';
import { deliverApplication } from '../uploads.ts';

/** For backends that name the feature "revisions". */
export const withdrawalChecks: readonly Check[] = [
  {
    id: 'withdrawal-taken-once',
    level: 'revision',
    title: 'a withdrawal needs the right If-Match, ends the application, and again answers 200',
    async run({ citizenA, target }) {
      const { application, answer, view } = await deliverApplication(citizenA, target);
      const etag = readHeader(answer, 'etag');
      const withdrawal = planWithdrawal(application);
      expectStatus(await change(citizenA, withdrawal, null), 428);
      expectStatus(await change(citizenA, withdrawal, '"0"'), 412);
      expectStatus(await change(citizenA, withdrawal, etag), 201);
      const again = await change(citizenA, withdrawal, etag);
      expectStatus(again, 200);
      expectEqual(read(ReceiptWire, again).version, view.version + 1, `${again.exchange}: version`);
      const after = await readApplication(citizenA, application.path);
      expectEqual(
        [after.view.status, after.view.history?.at(-1)?.action],
        ['withdrawn', 'withdraw'],
        'status and last step after a withdrawal',
      );
    },
  },
  {
    id: 'withdrawal-in-time',
    level: 'revision',
    title: 'what the office is making is not withdrawn: 409, by a stranger never: 404 (F56)',
    async run({ citizenA, citizenB, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      for (const action of ['review', 'process'] as const) {
        const etag = await readEtag(officer, application.path);
        expectStatus(await decide(officer, planDecision(application.path, { action }), etag), 201);
      }
      const etag = await readEtag(citizenA, application.path);
      expectStatus(await change(citizenB, planWithdrawal(application), etag), 404);
      expectStatus(await change(citizenA, planWithdrawal(application), etag), 409);
      const { view } = await readApplication(citizenA, application.path);
      expectEqual(view.status, 'in_process', 'the status after refused withdrawals');
    },
  },
];
