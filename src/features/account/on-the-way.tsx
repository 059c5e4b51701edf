import { Hourglass } from 'lucide-react';
import { useOutboxCounts } from '#services/outbox-list.ts';
import { Notice } from '#ui/notice.tsx';

/** How much of this person's waits on the phone, and what sets it going. */
export function OnTheWay(props: { readonly title: (count: number) => string; readonly text: string }) {
  const counts = useOutboxCounts();
  if (counts === null || counts.waiting === 0) return null;
  return (
    <Notice tone="waiting" icon={<Hourglass />} title={props.title(counts.waiting)}>
      {props.text}
    </Notice>
  );
}
