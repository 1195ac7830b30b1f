// The drawing of a chart. Loaded with the first chart that is shown: the library is the largest part of the console.
import { AreaChart, BarChart } from '@mantine/charts';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';

export interface Series {
  readonly name: string;
  readonly label: string;
  readonly color: string;
}

export interface ChartProps {
  readonly kind: 'bars' | 'lines';
  readonly rows: readonly Readonly<Record<string, number | string | null>>[];
  readonly series: readonly Series[];
  readonly value: (value: number) => string;
  /** Of a row that was clicked. */
  readonly onChoose?: ((index: number) => void) | undefined;
}

const still = { isAnimationActive: false } as const;

export default function Chart({ kind, rows, series, value, onChoose }: ChartProps) {
  // Every picture has its table: keyboards and screen readers are led there.
  const inner = { accessibilityLayer: false };
  const bars = {
    ...still,
    ...(onChoose && { cursor: 'pointer', onClick: (_: unknown, index: number) => onChoose(index) }),
  };
  const shared = {
    h: 220,
    data: rows as Record<string, unknown>[],
    dataKey: 'label',
    series: series as Series[],
    valueFormatter: value,
    withLegend: series.length > 1,
    tickLine: 'none',
    xAxisProps: { minTickGap: 24 },
    yAxisProps: { width: 64, allowDecimals: kind === 'lines' },
  } as const;
  return kind === 'bars' ? (
    <BarChart {...shared} type="stacked" maxBarWidth={36} barProps={bars} barChartProps={inner} />
  ) : (
    <AreaChart
      {...shared}
      type="default"
      curveType="linear"
      withGradient={false}
      fillOpacity={0}
      connectNulls={false}
      areaProps={still}
      areaChartProps={inner}
    />
  );
}
