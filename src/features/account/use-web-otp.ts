import { useEffect, useRef } from 'react';

interface OtpRequest extends CredentialRequestOptions {
  readonly otp: { readonly transport: readonly ['sms'] };
}

/**
 * Where the browser reads codes out of messages for this site, the person only has to agree.
 * @see https://wicg.github.io/web-otp/
 */
export function useWebOtp(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    if (!('OTPCredential' in globalThis)) return undefined;
    const leaving = new AbortController();
    const request: OtpRequest = { otp: { transport: ['sms'] }, signal: leaving.signal };
    navigator.credentials.get(request).then(
      (credential) => {
        if (credential !== null && 'code' in credential && typeof credential.code === 'string')
          latest.current(credential.code);
      },
      // Refused, not possible here, or the screen was left: it is typed then.
      () => undefined,
    );
    return () => leaving.abort();
  }, []);
}
