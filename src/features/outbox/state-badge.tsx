import { CircleCheck, CirclePause, CloudUpload, Hourglass, TriangleAlert } from 'lucide-react';
import { Badge } from '#ui/badge.tsx';
import { Unbroken } from '#ui/unbroken.tsx';
import type { EntryState } from './entry-state.ts';

const looks = {
  queued: { tone: 'waiting', icon: <Hourglass /> },
  paused: { tone: 'waiting', icon: <CirclePause /> },
  sending: { tone: 'waiting', icon: <CloudUpload /> },
  done: { tone: 'success', icon: <CircleCheck /> },
  failed: { tone: 'alert', icon: <TriangleAlert /> },
} as const;

export function StateBadge({ state }: { readonly state: EntryState }) {
  const { tone, icon } = looks[state.state];
  return (
    <span data-testid="outbox-item-state" data-state={state.state}>
      <Badge tone={tone} icon={icon}>
        {state.number === null ? state.headline : <Unbroken text={state.headline} part={state.number} />}
      </Badge>
    </span>
  );
}
