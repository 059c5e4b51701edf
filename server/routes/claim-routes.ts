import type { OpenAPIHono } from '@hono/zod-openapi';
import { listClaims, putClaim } from '#contract/routes/claims.ts';
import type { AppPorts } from '../app-ports.ts';
import { receiptOf } from '../applications/application-view.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';

/** What a field officer has put in for somebody, and that person taking it over by number and digits of the NIK. */
export function addClaimRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  /** Null for who has no number, and so nothing to claim by. */
  async function phoneOf({ accountId, phone }: Principal): Promise<string | null> {
    return phone ?? (await ports.issuer?.accountOf(accountId))?.phone ?? null;
  }

  app.openapi(listClaims, async (c) => {
    const principal = getPrincipal(c);
    const { accountId } = principal;
    const phone = await phoneOf(principal);
    const offers = phone === null ? [] : await ports.claims.offers(phone, accountId, ports.nowMs());
    c.header('Cache-Control', 'no-store');
    return c.json(
      {
        items: offers.map(({ applicationId, receivedAtMs, isClaimed, ...offer }) => ({
          id: applicationId,
          ...offer,
          receivedAt: new Date(receivedAtMs).toISOString(),
          claimed: isClaimed,
        })),
      },
      200,
    );
  });

  app.openapi(putClaim, async (c) => {
    const { id } = c.req.valid('param');
    const principal = getPrincipal(c);
    const { accountId, sessionId } = principal;
    const phone = await phoneOf(principal);
    if (phone === null) return problem(c, 'not-found');
    const { nikEnding } = c.req.valid('json');
    const claimed = await ports.claims.claim(
      id,
      { accountId, ...(ports.issuer === null ? {} : { sessionId }) },
      { phone, nikEnding },
      ports.nowMs(),
    );
    switch (claimed.kind) {
      case 'claimed':
        return c.json(receiptOf(claimed.application, ports.receipts), 200);
      case 'wrong':
        return problem(c, 'wrong-digits', {
          errors: [{ pointer: '/nikEnding', code: 'wrongDigits', params: { triesLeft: claimed.triesLeft } }],
        });
      case 'closed':
        return problem(c, 'claim-closed');
      case 'missing':
        return problem(c, 'not-found');
    }
  });
}
