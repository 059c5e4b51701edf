import { CircleStop, Volume2 } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Language, useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { readAloudWords } from '#i18n/sets/read-aloud.ts';
import { Button, IconButton } from './button.tsx';

interface ReadAloudProps {
  /** Asked at the press: what is on the screen then. */
  readonly sentences: () => readonly string[];
  /** Only the picture, where there is no room for words. */
  readonly small?: boolean;
}

/** For who reads little (C34). Nothing where the phone has no voice of its own for the language: others send words away. */
export function ReadAloud({ sentences, small = false }: ReadAloudProps) {
  const words = useMessages(readAloudWords);
  const language = useLanguage();
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
function voiceFor(language: Language): SpeechSynthesisVoice | undefined {
  const names = language === 'id' ? /^(id|in)\b/i : /^en\b/i;
  return globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && names.test(lang.replace('_', '-')));
}
