export interface PushSubscriptionRow {
  readonly id: string;
  readonly accountId: string;
  readonly sessionId: string;
  /** Of the browser's push service; whoever knows it could send there, had they our key. */
  readonly endpoint: string;
  /** The browser's public key, an uncompressed point of P-256 in base64url. */
  readonly p256dh: string;
  /** 16 bytes in base64url. */
  readonly auth: string;
  /** The public key of ours that it was made for. */
  readonly serverKey: string;
}

export interface PushStore {
  /**
   * Takes the place of what was under this id, and of every other of the same browser. `foreign`: somebody else has the
   * id. `ended`: the session is no more.
   */
  put(subscription: PushSubscriptionRow, nowMs: number): Promise<'created' | 'kept' | 'foreign' | 'ended'>;
  /** Undefined as well when its session is over. */
  find(id: string, nowMs: number): Promise<PushSubscriptionRow | undefined>;
  /** False when this account has no such subscription. */
  remove(id: string, accountId: string): Promise<boolean>;
}
