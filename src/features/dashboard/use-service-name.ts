import { useMemo } from 'react';
import { useLocalText } from '#i18n/local-text.ts';
import { useLive, useMenu } from '#services/menu-context.ts';

/** The name of a service as the catalogue has it, or its id where it is not offered any more. */
export function useServiceName(): (serviceId: string) => string {
  const { catalogue } = useMenu();
  const text = useLocalText();
  const found = useLive(useMemo(() => catalogue.services(), [catalogue]));
  const services = found.state === 'ready' ? found.value.services : [];
  return (serviceId) => {
    const service = services.find(({ id }) => id === serviceId);
    return service === undefined ? serviceId : text(service.name);
  };
}
