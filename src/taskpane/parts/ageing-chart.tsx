import { AGE_BANDS, type Ageing } from '../../billing/month/ageing';
import { ageingChart, CHART } from '../model/month/ageing-chart';

/** The older, the darker: told by the pattern alone, in whatever colour the theme has for text. */
const PATTERNS = [
  'M2.6 2.6h.8v.8h-.8z',
  'M1 1h1.4v1.4h-1.4z',
  'M-1 1l2-2M0 6l6-6M5 7l2-2',
  'M0 0l6 6M6 0l-6 6',
  null,
];

/** Stacked bars, one for each payer; the words of the picture are read instead of it. */
export function AgeingChartView({ id, title, rows }: { id: string; title: string; rows: readonly Ageing[] }) {
  const chart = ageingChart(rows);
  if (!chart) return null;
  return (
    <>
      <svg
        class="chart"
        viewBox={`0 0 ${String(CHART.width)} ${String(chart.height)}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{chart.description}</desc>
        <Patterns id={id} />
        {chart.bars.map(({ key, name, total, y, parts }) => (
          <g key={key}>
            <text x="0" y={y + CHART.text} font-size={CHART.text}>
              {name}
            </text>
            <text x={CHART.width} y={y + CHART.text} font-size={CHART.text} text-anchor="end">
              {total}
            </text>
            {parts.map(({ band, x, width }) => (
              <rect
                key={band}
                x={x + 0.5}
                y={y + CHART.text + 5}
                width={Math.max(width - 1, 0.5)}
                height={CHART.bar}
                fill={fillOf(id, band)}
                stroke="currentColor"
                stroke-width="1"
              />
            ))}
          </g>
        ))}
      </svg>
      {chart.rest !== null && <p class="quiet">{chart.rest}</p>}
    </>
  );
}

/** Which pattern is which age. */
export function AgeingLegend() {
  return (
    <ul class="plain legend" aria-label="Patterns of the ages">
      {AGE_BANDS.map(({ name }, index) => {
        const id = `legend-${String(index)}`;
        return (
          <li key={name}>
            <svg class="swatch" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
              <Patterns id={id} />
              <rect
                x="0.5"
                y="0.5"
                width="15"
                height="11"
                fill={fillOf(id, index)}
                stroke="currentColor"
                stroke-width="1"
              />
            </svg>{' '}
            {name} days
          </li>
        );
      })}
    </ul>
  );
}

function fillOf(id: string, band: number): string {
  if (band === 0) return 'none';
  return PATTERNS[band] == null ? 'currentColor' : `url(#${id}-band-${String(band)})`;
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {PATTERNS.map((path, band) =>
        path === null || band === 0 ? null : (
          <pattern
            key={band}
            id={`${id}-band-${String(band)}`}
            width={band === 1 ? 4 : 6}
            height={band === 1 ? 4 : 6}
            patternUnits="userSpaceOnUse"
          >
            <path d={path} stroke="currentColor" stroke-width={band === 3 ? 1.6 : 1.2} fill="none" />
          </pattern>
        ),
      )}
    </defs>
  );
}
