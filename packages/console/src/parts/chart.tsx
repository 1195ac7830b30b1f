// The drawing of a chart. Loaded with the first chart that is shown: the library is the largest part of the console.
import { AreaChart, BarChart } from '@mantine/charts';
import '@mantine/core/styles/ColorSwatch.css';
import { useRef, useState } from 'react';
import { ReferenceArea } from 'recharts';
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
  /** From one row to a later one. */
  readonly onDrag?: ((first: number, last: number) => void) | undefined;
}

const still = { isAnimationActive: false } as const;

export default function Chart({ kind, rows, series, value, onChoose, onDrag }: ChartProps) {
  const drag = useDrag(onDrag);
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
    <BarChart
      {...shared}
      type="stacked"
      maxBarWidth={36}
      barProps={bars}
      barChartProps={{ ...inner, ...drag.handlers }}
    >
      {drag.over && (
        <ReferenceArea
          x1={String(rows[drag.over[0]]?.['label'])}
          x2={String(rows[drag.over[1]]?.['label'])}
          fillOpacity={0.15}
        />
      )}
    </BarChart>
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

interface Pointed {
  readonly activeTooltipIndex?: number | string | null | undefined;
}

/** Which rows are dragged over: the earlier one first. */
function useDrag(onDrag: ChartProps['onDrag']) {
  // Nothing is drawn anew before it is a drag: a bar that is, between pressing and letting go, does not hear of a click.
  const begun = useRef<number | null>(null);
  const [ends, setEnds] = useState<readonly [number, number] | null>(null);
  if (!onDrag) return { over: null, handlers: {} };
  const over = ends && ([Math.min(...ends), Math.max(...ends)] as const);
  const indexOf = ({ activeTooltipIndex }: Pointed) =>
    activeTooltipIndex == null ? null : Number(activeTooltipIndex);
  const end = () => {
    begun.current = null;
    setEnds(null);
  };
  return {
    over: over && over[1] > over[0] ? over : null,
    handlers: {
      style: { userSelect: 'none' as const },
      onMouseDown: (at: Pointed) => {
        begun.current = indexOf(at);
      },
      onMouseMove: (at: Pointed) => {
        const index = indexOf(at);
        if (begun.current === null || index === null || index === (ends?.[1] ?? begun.current)) return;
        setEnds([begun.current, index]);
      },
      onMouseLeave: end,
      onMouseUp: () => {
        end();
        if (over && over[1] > over[0]) onDrag(over[0], over[1]);
      },
    },
  };
}
