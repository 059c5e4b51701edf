import { useEffect, useState } from 'react';
import { useMenu } from './menu-context.ts';
import type { NewsState } from './push-menu.ts';

export interface News {
  /** Null until it is known. */
  readonly state: NewsState | null;
  readonly isBusy: boolean;
  turnOn(): Promise<NewsState>;
  turnOff(): Promise<NewsState>;
}

/** Whether this phone tells of news, and the way to change that. */
export function useNews(): News {
  const menu = useMenu();
  const [state, setState] = useState<NewsState | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isHere = true;
    void menu
      .push()
      .then((push) => push?.state() ?? 'failed')
      .then((found) => isHere && setState(found));
    return () => {
      isHere = false;
    };
  }, [menu]);

  async function turn(way: 'turnOn' | 'turnOff'): Promise<NewsState> {
    setBusy(true);
    // Asked for at once: a browser asks the person only in the moment of their press.
    const reached = (await (await menu.push())?.[way]()) ?? 'failed';
    setState(reached);
    setBusy(false);
    return reached;
  }

  return { state, isBusy, turnOn: () => turn('turnOn'), turnOff: () => turn('turnOff') };
}
