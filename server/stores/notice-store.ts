import type { OfficeStatus } from '#domain/application/status.ts';

export interface NoticeRecipient {
  /** E.164. */
  readonly phone: string;
  readonly registrationNumber: string;
  /** As it is now. */
  readonly status: OfficeStatus;
}

export interface NoticeStore {
  /** Undefined for who wants no messages, has no number, or has nothing to do with the application any more. */
  recipient(accountId: string, applicationId: string): Promise<NoticeRecipient | undefined>;
  /** Whether the account wants messages; as long as it has not said otherwise, it does. */
  wants(accountId: string): Promise<boolean>;
  setWants(accountId: string, wants: boolean): Promise<void>;
}
