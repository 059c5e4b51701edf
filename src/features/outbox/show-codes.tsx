import { Pause, Play, SkipForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { courierWords } from '#i18n/sets/courier.ts';
import type { FrameSequence } from '#lib/codes/frames.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';

/** Seven a second: a camera that takes thirty pictures sees each one sharp at least once. */
const codeMs = 1000 / 7;

interface ShowCodesProps {
  readonly sequence: FrameSequence;
  readonly onClose: () => void;
}

/** The codes one after another, by themselves or, for whom motion troubles, one at each press. */
export function ShowCodes({ sequence, onClose }: ShowCodesProps) {
  const { codes: words } = useMessages(courierWords).give;
  const [index, setIndex] = useState(0);
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => setIndex((shown) => shown + 1), codeMs);
    return () => clearInterval(timer);
  }, [playing]);

  const actions = (
    <>
      <Button variant="secondary" icon={playing ? <Pause /> : <Play />} onClick={() => setPlaying(!playing)}>
        {playing ? words.stop : words.play}
      </Button>
      {!playing && (
        <Button variant="secondary" icon={<SkipForward />} onClick={() => setIndex(index + 1)} data-testid="next-code">
          {words.next}
        </Button>
      )}
    </>
  );
  return (
    <Dialog open title={words.title} onClose={onClose} actions={actions}>
      <p>{words.text}</p>
      <QrPicture text={sequence.text(index)} label={words.picture} />
      <p>{words.at(index + 1, sequence.total)}</p>
      <p>{words.fast}</p>
    </Dialog>
  );
}
