import { useState } from 'react';
import { type FaultKind, faultKinds } from '#tests/simulation/faults.ts';
import { Button } from '#ui/button.tsx';
import { FaultPicker } from './fault-picker.tsx';
import { Replay } from './replay.tsx';
import { RunPanel } from './run-panel.tsx';
import { type LabLanguage, type Words, words } from './words.ts';

export function Simulator() {
  const [language, setLanguage] = useState<LabLanguage>(() => (navigator.language.startsWith('en') ? 'en' : 'id'));
  const [chosen, setChosen] = useState<ReadonlySet<FaultKind>>(() => new Set(faultKinds));
  const [seed, setSeed] = useState('');
  const say = (text: Words): string => text[language];
  const without = new Set(faultKinds.filter((kind) => !chosen.has(kind)));
  return (
    <div className="lab" lang={language}>
      <header>
        <a href="/">{say(words.back)}</a>
        <Button variant="quiet" onClick={() => setLanguage(language === 'id' ? 'en' : 'id')}>
          {say(words.otherLanguage)}
        </Button>
      </header>
      <main>
        <h1>{say(words.title)}</h1>
        <p>{say(words.lead)}</p>
        <RunPanel say={say} language={language} without={without} onReplay={(found) => setSeed(String(found))} />
        <FaultPicker say={say} chosen={chosen} onChoose={setChosen} />
        <Replay say={say} without={without} seed={seed} onSeed={setSeed} />
        <p className="honest">{say(words.honest)}</p>
      </main>
    </div>
  );
}
