import { useEffect, useState } from 'react';
import { type PlaceFigures, type ReportFilter, reportQuery } from '#domain/statistics/report.ts';
import { useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { dashboardWords } from '#i18n/sets/dashboard.ts';
import { useServiceName } from './use-service-name.ts';

type PlaceName = (code: string) => string | undefined;

/** Everything once more, by office and service; a service leads to its own numbers. */
export function PlacesPanel(props: { readonly places: readonly PlaceFigures[]; readonly filter: ReportFilter }) {
  const { places, filter } = props;
  const words = useMessages(dashboardWords);
  const language = useLanguage();
  const nameOf = useServiceName();
  const placeName = usePlaceName();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const shown = (value: number | null) => (value === null ? words.none : number.format(value));
  const officeOf = ({ level, area }: PlaceFigures) => {
    const kind = level === 'desa' || level === 'kecamatan' || level === 'dinas' ? words.filters.levels[level] : level;
    return [kind, placeName(area)].filter((part) => part !== undefined).join(' · ');
  };
  const heads = [
    words.filters.service,
    words.tiles.received,
    words.tiles.ended,
    words.places.rejected,
    words.places.returned,
    words.tiles.inTime,
    words.places.late,
    words.tiles.median,
    words.tiles.waiting,
    words.tiles.satisfaction,
  ];
  return (
    <section className="dashboard-panel">
      <h2>{words.places.title}</h2>
      <div className="dashboard-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.places.office}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={`${place.level} ${place.area} ${place.serviceId}`}>
                <th scope="row">{officeOf(place)}</th>
                <td>
                  <a href={`/meja/kinerja?${reportQuery({ ...filter, service: place.serviceId })}`}>
                    {nameOf(place.serviceId)}
                  </a>
                </td>
                <td>{place.received}</td>
                <td>{place.ended}</td>
                <td>{place.rejected}</td>
                <td>{place.returned}</td>
                <td>{place.inTime}</td>
                <td>{place.late}</td>
                <td>{shown(place.medianDays)}</td>
                <td>{place.waiting}</td>
                <td>{shown(place.satisfaction)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The code itself until the names of places have come. */
function usePlaceName(): PlaceName {
  const [names, setNames] = useState<{ readonly of: PlaceName }>({ of: () => undefined });
  useEffect(() => {
    let here = true;
    import('#domain/area/areas.ts').then(
      ({ placeName }) => here && setNames({ of: placeName }),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return names.of;
}
