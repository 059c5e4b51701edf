import type { ToRepair } from './repair.ts';
import type { ToldStatus } from './status.ts';
import type { Timeline } from './timeline.ts';

/** The last that this phone heard of an application from the office. */
export interface TrackedApplication {
  readonly applicationId: string;
  readonly status: ToldStatus;
  readonly version: number;
  readonly changedAtMs: number;
  /** The office's words for a return or a refusal. */
  readonly reason: string | null;
  /** Only while it is returned. */
  readonly repair?: ToRepair;
  /** Missing until it was asked for: the feed does not carry it. */
  readonly timeline?: Timeline;
}
