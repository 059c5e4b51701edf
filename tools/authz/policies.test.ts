import { expect, it } from 'vitest';
import { accessTable } from '#server/http/access.ts';
import { routePolicies } from '#server/routes/route-policies.ts';
import { deviceProbes, openProbes, sessionProbes, thingProbes } from './probes.ts';

it('R19: every route has a policy and a request that tries it, and no other has', () => {
  const routes = [...accessTable.keys()].toSorted();
  const probes = [openProbes, sessionProbes, thingProbes, deviceProbes].flatMap((some) => Object.keys(some));
  expect(Object.keys(routePolicies).toSorted()).toEqual(routes);
  expect(probes.toSorted()).toEqual(routes);
});
