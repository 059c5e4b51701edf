import { useLocation } from 'react-router';

export interface Whose {
  /** `warga` of the address: a resident's folder; undefined: the person's own papers. */
  readonly residentId: string | undefined;
  /** Where they are listed. */
  readonly list: string;
  /** Goes along in addresses of the same person's. */
  readonly search: string;
}

export function useWhose(): Whose {
  const residentId = new URLSearchParams(useLocation().search).get('warga');
  if (residentId === null) return { residentId: undefined, list: '/berkas', search: '' };
  const id = encodeURIComponent(residentId);
  return { residentId, list: `/warga/${id}`, search: `?warga=${id}` };
}
