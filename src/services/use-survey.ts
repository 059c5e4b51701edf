import { useEffect, useState } from 'react';
import type { KeptSurvey } from '#domain/survey/kept-survey.ts';
import type { Menu } from './menu.ts';
import type { SurveyMenu } from './survey-menu.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.survey();

export interface Survey {
  /** Undefined while it is not known, null when nothing is answered. */
  readonly kept: KeptSurvey | null | undefined;
  readonly menu: SurveyMenu;
}

/** Undefined while its code is on its way, null when that can't be fetched. */
export function useSurvey(applicationId: string): Survey | null | undefined {
  const menu = useLater(open);
  const [kept, setKept] = useState<KeptSurvey | null | undefined>(undefined);
  useEffect(() => {
    if (menu === null || menu === undefined) return;
    const query = menu.live(applicationId);
    const look = (): void => {
      const found = query.getSnapshot();
      if (found.state === 'ready') setKept(found.value);
    };
    const leave = query.subscribe(look);
    look();
    // What waited for its owner to sign in again goes now.
    void menu.sendFinished();
    return leave;
  }, [menu, applicationId]);
  return menu === null || menu === undefined ? menu : { kept, menu };
}
