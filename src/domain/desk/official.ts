import type { Post } from '#domain/office/office.ts';

/** Who works at the desk, and where. */
export interface Official {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly posts: readonly Post[];
}
