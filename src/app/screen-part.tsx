import { type ComponentType, lazy, useState } from 'react';

export interface ScreenPart {
  readonly Screen: ComponentType;
  /** Resolves when its code is here, and also when it can't be had now: then it is asked for again when it is shown. */
  fetch(): Promise<void>;
}

/**
 * A screen with its code in a file of its own. Where that is here already it is drawn at once, without the round over
 * a waiting picture that React's own `lazy` always makes.
 */
export function screenPart(load: () => Promise<ComponentType>): ScreenPart {
  let here: ComponentType | undefined;
  const get = async (): Promise<ComponentType> => (here = await load());
  const Later = lazy(async () => ({ default: await get() }));

  function Screen() {
    // What is shown stays what it is: another component in its place would forget what was typed.
    const [Shown] = useState<ComponentType>(() => here ?? Later);
    return <Shown />;
  }
  return {
    Screen,
    fetch: () =>
      get().then(
        () => undefined,
        () => undefined,
      ),
  };
}
