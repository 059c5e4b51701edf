/** Not in TypeScript's DOM: https://w3c.github.io/trusted-types/dist/spec/ */
interface TrustedTypesWindow {
  readonly trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): {
      /** An object that the browser takes where a script's address goes. */
      createScriptURL(url: string): string;
    };
  };
}

/**
 * A worker's address is a Trusted Types sink; a policy lets this one literal through.
 * @param policy its name stands in the CSP, and may be used once a page
 */
export function workerUrl(policy: 'ajukan-worker' | 'ajukan-paper-worker', url: string): string {
  if (!hasTrustedTypes(window)) return url;
  return window.trustedTypes.createPolicy(policy, { createScriptURL: () => url }).createScriptURL(url);
}

function hasTrustedTypes(page: object): page is TrustedTypesWindow {
  return 'trustedTypes' in page;
}
