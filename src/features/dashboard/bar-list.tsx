interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

const width = 100;
const height = 8;

/** A table whose numbers are drawn as well: the bars say nothing that the words beside them do not. */
export function BarList(props: {
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly bars: readonly Bar[];
  readonly most: number;
}) {
  const { title, columns, bars, most } = props;
  return (
    <table className="dashboard-bars">
      <caption className="dashboard-unseen">{title}</caption>
      <thead className="dashboard-unseen">
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col">{columns[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, value, label }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
                <rect className="dashboard-track" width={width} height={height} />
                <rect className="dashboard-bar" width={most === 0 ? 0 : (value / most) * width} height={height} />
              </svg>
              <span>{label}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
