import type { ReactNode } from 'react';

export interface Bar {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: number;
  /** The value in words. */
  readonly label: string;
}

const width = 100;
const height = 8;

/** A table whose numbers are drawn as well: the bars say nothing that the words beside them do not. */
export function BarList(props: {
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly bars: readonly Bar[];
  /** What an empty and a full bar stand for. */
  readonly least?: number;
  readonly most: number;
}) {
  const { title, columns, bars, least = 0, most } = props;
  const wide = (value: number) => (most <= least ? 0 : ((value - least) / (most - least)) * width);
  return (
    <table className="dashboard-bars">
      <caption className="dashboard-hidden">{title}</caption>
      <thead className="dashboard-hidden">
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col">{columns[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, value, label }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
                <rect className="dashboard-track" width={width} height={height} />
                <rect className="dashboard-bar" width={wide(value)} height={height} />
              </svg>
              <span>{label}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
