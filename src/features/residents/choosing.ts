/** On the way to a form: `layanan` is begun for whoever is chosen, `untuk` is a draft that nobody is named in yet. */
export interface Choosing {
  /** Stays in the address while a resident is added. */
  readonly search: string;
  readonly hrefOf: (residentId: string) => string;
}

/** @param search of the address */
export function choosingFrom(search: string): Choosing | null {
  const params = new URLSearchParams(search);
  const [serviceId, draftId] = [params.get('layanan'), params.get('untuk')];
  if (draftId !== null) {
    return {
      search: `?untuk=${encodeURIComponent(draftId)}`,
      hrefOf: (id) => `/warga/${id}/persetujuan/${encodeURIComponent(draftId)}`,
    };
  }
  if (serviceId === null) return null;
  return {
    search: `?layanan=${encodeURIComponent(serviceId)}`,
    hrefOf: (id) => `/warga/${id}/mulai/${encodeURIComponent(serviceId)}`,
  };
}
