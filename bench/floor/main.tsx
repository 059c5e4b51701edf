/**
 * The least that any React app pays: a form of sixty plain fields (40 text, 8 number, 6 date, 6 select), offline from a
 * worker, and nothing else.
 */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Floor() {
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  return (
    <form>
      {types.map((type, index) => {
        const name = `field-${index}`;
        const value = answers[name] ?? '';
        const change = (event: { readonly target: { readonly value: string } }): void =>
          setAnswers({ ...answers, [name]: event.target.value });
        return (
          <label key={name}>
            {name}
            {type === 'select' ? (
              <select value={value} onChange={change}>
                {['', 'one', 'two', 'three'].map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </select>
            ) : (
              <input type={type} value={value} onChange={change} />
            )}
          </label>
        );
      })}
    </form>
  );
}

const types = [
  ...Array.from({ length: 40 }, () => 'text'),
  ...Array.from({ length: 8 }, () => 'number'),
  ...Array.from({ length: 6 }, () => 'date'),
  ...Array.from({ length: 6 }, () => 'select'),
];

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
