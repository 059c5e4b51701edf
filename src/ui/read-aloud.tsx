import { CircleStop, Volume2 } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';

interface ReadAloudProps {
  /** What the button says it does. */
  readonly words: { readonly read: string; readonly stop: string };
  /** Of the words on the screen, BCP 47. */
  readonly language: string;
  /** Asked at the press: what is on the screen then. */
  readonly sentences: () => readonly string[];
  /** Only the picture, where there is no room for words. */
  readonly small?: boolean;
}

/** For who reads little (C34). Nothing where the phone has no voice of its own for the language: others send words away. */
export function ReadAloud({ words, language, sentences, small = false }: ReadAloudProps) {
  const voiceUri = useSyncExternalStore(onVoices, () => voiceFor(language)?.voiceURI ?? null);
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    const stop = (): void => {
      if (document.visibilityState === 'hidden') globalThis.speechSynthesis?.cancel();
    };
    document.addEventListener('visibilitychange', stop);
    return () => {
      document.removeEventListener('visibilitychange', stop);
      globalThis.speechSynthesis?.cancel();
    };
  }, []);
  if (voiceUri === null) return null;

  function press(): void {
    speechSynthesis.cancel();
    setReading(!isReading);
    if (isReading) return;
    const spoken = new SpeechSynthesisUtterance(
      sentences()
        .join('. ')
        .replaceAll(/([.?!:])\./g, '$1'),
    );
    spoken.voice = voiceFor(language) ?? null;
    spoken.lang = language;
    spoken.onend = () => setReading(false);
    spoken.onerror = () => setReading(false);
    speechSynthesis.speak(spoken);
  }
  const shared = {
    icon: isReading ? <CircleStop /> : <Volume2 />,
    onClick: press,
    'data-testid': 'read-aloud',
  };
  const label = isReading ? words.stop : words.read;
  if (small) return <IconButton {...shared} label={label} />;
  return (
    <div>
      <Button {...shared} variant="secondary">
        {label}
      </Button>
    </div>
  );
}

function onVoices(told: () => void): () => void {
  globalThis.speechSynthesis?.addEventListener('voiceschanged', told);
  return () => globalThis.speechSynthesis?.removeEventListener('voiceschanged', told);
}

/** Android still calls Bahasa Indonesia "in". */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const names = language === 'id' ? ['id', 'in'] : [language];
  return globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && names.includes(lang.slice(0, 2).toLowerCase()));
}
