import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { LockRecoveryView } from '#contract/lock-schemas.ts';
import {
  deleteLockRecovery,
  deleteLockShare,
  getLockRecovery,
  putLockRecovery,
  putLockShare,
  putLockTry,
} from '#contract/routes/lock.ts';
import { mostTries } from '#domain/lock/office-tries.ts';
import type { AppPorts } from '../app-ports.ts';
import { getPrincipal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';
import type { LockRecovery } from '../stores/lock-store.ts';

/** What the office keeps of locks: shares that a PIN needs, and requests to open one with the recovery key. */
export function addLockRoutes(app: OpenAPIHono<RequestVariables>, { locks, nowMs }: AppPorts): void {
  app.openapi(putLockShare, async (c) => {
    const { id: deviceId, shareId } = c.req.valid('param');
    const { share, proof } = c.req.valid('json');
    const of = { accountId: getPrincipal(c).accountId, deviceId };
    const taken = await locks.putShare(of, { id: shareId, share, proof }, nowMs());
    switch (taken) {
      case 'created':
        return c.json({ triesLeft: mostTries }, 201);
      case 'replayed':
        return c.json({ triesLeft: mostTries }, 200);
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'too-many':
        return problem(c, 'too-many-locks');
    }
  });

  app.openapi(putLockTry, async (c) => {
    const { id: deviceId, shareId, tryId } = c.req.valid('param');
    const { proof } = c.req.valid('json');
    const of = { accountId: getPrincipal(c).accountId, deviceId };
    const tried = await locks.tryShare(of, shareId, { id: tryId, proof }, nowMs());
    c.header('Cache-Control', 'no-store');
    switch (tried.kind) {
      case 'given':
        return c.json({ share: tried.share }, 200);
      case 'wrong':
        return problem(c, 'wrong-pin', {
          errors: [{ pointer: '/proof', code: 'wrongPin', params: { triesLeft: tried.triesLeft } }],
        });
      case 'closed':
        return problem(c, 'lock-closed');
      case 'missing':
        return problem(c, 'not-found');
    }
  });

  app.openapi(deleteLockShare, async (c) => {
    const { id: deviceId, shareId } = c.req.valid('param');
    await locks.removeShare({ accountId: getPrincipal(c).accountId, deviceId }, shareId, nowMs());
    return c.body(null, 204);
  });

  app.openapi(putLockRecovery, async (c) => {
    const { id: deviceId, recoveryId } = c.req.valid('param');
    const { lockId, wrap, answerTo } = c.req.valid('json');
    const { accountId } = getPrincipal(c);
    const asked = await locks.askRecovery(
      {
        accountId,
        deviceId,
        id: recoveryId,
        lockId,
        wrap: JSON.stringify(wrap),
        answerTo: JSON.stringify(answerTo),
      },
      nowMs(),
    );
    switch (asked.kind) {
      case 'created':
        return c.json(viewOf(asked.recovery), 201);
      case 'replayed':
        return c.json(viewOf(asked.recovery), 200);
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'too-many':
        return problem(c, 'too-many-locks');
    }
  });

  app.openapi(getLockRecovery, async (c) => {
    const { id: deviceId, recoveryId } = c.req.valid('param');
    const found = await locks.readRecovery({ accountId: getPrincipal(c).accountId, deviceId }, recoveryId);
    c.header('Cache-Control', 'no-store');
    return found === undefined ? problem(c, 'not-found') : c.json(viewOf(found), 200);
  });

  app.openapi(deleteLockRecovery, async (c) => {
    const { id: deviceId, recoveryId } = c.req.valid('param');
    await locks.removeRecovery({ accountId: getPrincipal(c).accountId, deviceId }, recoveryId, nowMs());
    return c.body(null, 204);
  });
}

function viewOf({ id, askedAtMs, answer, refusedAtMs }: LockRecovery): z.output<typeof LockRecoveryView> {
  return {
    id,
    state: answer !== null ? 'answered' : refusedAtMs !== null ? 'refused' : 'asked',
    askedAt: new Date(askedAtMs).toISOString(),
    ...(answer === null ? {} : { answer: LockRecoveryView.shape.answer.unwrap().parse(JSON.parse(answer)) }),
  };
}
