import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { Button } from '#ui/button.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import type { useBegun } from './use-marks.ts';

/** Why, in words that the applicant will read. Stays at the bottom, so that answers and papers can be marked above it. */
export function DecisionPanel(props: {
  readonly action: 'return' | 'reject';
  readonly begun: ReturnType<typeof useBegun>;
  readonly isBusy: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** What came of the last try. */
  readonly children: ReactNode;
}) {
  const { action, begun, isBusy, onSend, onClose, children } = props;
  const { decide: words } = useMessages(deskWords);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [isMissing, setMissing] = useState(false);
  useFocusIn(box, action);
  const isReturn = action === 'return';
  const { marks, reason, setReason } = begun;

  function send(): void {
    const missing = reason.trim() === '';
    setMissing(missing);
    if (missing) box.current?.focus();
    else if (!isBusy) onSend();
  }
  return (
    <form
      className="desk-decision"
      aria-labelledby={`${id}-title`}
      data-testid={`desk-panel-${action}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="desk-decision-head">
        <h2 id={`${id}-title`}>{isReturn ? words.returnTitle : words.rejectTitle}</h2>
        {isReturn && (
          <output className="desk-marks" data-testid="desk-marks">
            {marks.all.length === 0 ? words.noMarks : words.marks(marks.all.length)}
          </output>
        )}
      </div>
      <p className="desk-soft">{isReturn ? words.returnText : words.rejectText}</p>
      <ReasonChoice action={action} begun={begun} onChosen={() => box.current?.focus()} />
      <label htmlFor={id} className="desk-label">
        {words.reason}
      </label>
      <textarea
        ref={box}
        id={id}
        rows={2}
        maxLength={2000}
        value={reason}
        data-testid="desk-reason"
        aria-invalid={isMissing && reason.trim() === '' ? true : undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          }
        }}
      />
      {children}
      <div className="desk-decision-foot">
        <span id={`${id}-hint`} className={isMissing && reason.trim() === '' ? 'desk-problem' : 'desk-soft'}>
          {isMissing && reason.trim() === '' ? words.reasonMissing : words.hint}
        </span>
        <Button variant="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" busy={isBusy} data-testid="desk-send">
          {isReturn ? words.send : words.goOn}
        </Button>
      </div>
    </form>
  );
}

/** Into the box when the panel opens, and back to what opened it when it closes. */
function useFocusIn(box: { readonly current: HTMLTextAreaElement | null }, action: string): void {
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      queueMicrotask(() => {
        // Not where something that has to be read first has taken it.
        const isFree = document.activeElement === document.body;
        if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    };
  }, [box, action]);
}
