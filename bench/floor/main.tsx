/** The least that any React app pays: a form of sixty plain fields, offline from a worker, and nothing else. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Floor() {
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  return (
    <form>
      {Array.from({ length: 60 }, (_, index) => `field-${index}`).map((name) => (
        <label key={name}>
          {name}
          <input
            value={answers[name] ?? ''}
            onChange={(event) => setAnswers({ ...answers, [name]: event.target.value })}
          />
        </label>
      ))}
    </form>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Floor />);

/** The worker's address is a Trusted Types sink; the same server's policy allows one name. */
const policies: unknown = Reflect.get(window, 'trustedTypes');
const url: unknown = isFactory(policies)
  ? policies.createPolicy('ajukan-worker', { createScriptURL: () => '/sw.js' }).createScriptURL('')
  : '/sw.js';
await Reflect.apply(navigator.serviceWorker.register, navigator.serviceWorker, [url]);

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

function isFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
