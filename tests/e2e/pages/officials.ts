/** Officials who come in through the office’s own provider, each by an identity of their own. */
import { loginHeader, openTestProvider, type TestClaims } from '#tests/fakes/oidc/test-provider.ts';
import { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { sitDown } from './desk.ts';

/** Call once in a file; `provider` goes to useOffice. */
export async function officialsOf(people: Readonly<Record<string, TestClaims>>) {
  const service = await openTestProvider();
  for (const [login, claims] of Object.entries(people)) service.people.set(login, claims);
  return {
    provider: service.settings,
    /** Opens for the office of this stage. */
    serve: (stage: Stage): void => service.serve(stage.office.directOrigin),
    /** At the list, in a browser of their own and on a good line. */
    sit: async (stage: Stage, login: string): Promise<ChromiumPhone> => {
      const computer = stage.own(
        await ChromiumPhone.launch({ origin: stage.office.directOrigin, profile: stage.folder('chromium') }),
      );
      await computer.context.setExtraHTTPHeaders({ [loginHeader]: login });
      await computer.page.setViewportSize({ width: 1280, height: 800 });
      await sitDown(computer);
      return computer;
    },
  };
}
