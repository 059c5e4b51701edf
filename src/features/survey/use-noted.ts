import { useEffect, useRef } from 'react';

const pauseMs = 400;

/** Keeps what is typed a moment later; at once when the app goes out of sight or the screen is left. */
export function useNoted(text: string, keep: (text: string) => void): void {
  const noted = useRef(text);
  const note = useRef((): void => undefined);
  useEffect(() => {
    note.current = () => {
      if (noted.current === text) return;
      noted.current = text;
      keep(text);
    };
    const timer = setTimeout(() => note.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, keep]);
  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') note.current();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      note.current();
    };
  }, []);
}
