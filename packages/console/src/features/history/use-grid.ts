// Which rows of the history are chosen and which of its columns are shown, kept by TanStack Table.
import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryFilter } from '../../api/events.ts';
import type { Delivery } from '../../api/types.ts';
import { readStored, writeStored } from '../../lib/stored.ts';
import { useStable } from '../../lib/use-stable.ts';
import { deliveryColumns } from '../../parts/deliveries-table.tsx';
import type { Selection } from '../../ui/data-table.tsx';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const helper = createColumnHelper<typeof features, Delivery>();
const columns = deliveryColumns.map((id) => helper.display({ id }));
const getRowId = ({ id }: Delivery) => id;

export interface Grid {
  readonly selection: Selection;
  readonly chosen: readonly Delivery[];
  readonly clear: () => void;
  /** All that this filter finds, instead of single rows. */
  readonly matching: DeliveryFilter | null;
  readonly chooseMatching: (filter: DeliveryFilter) => void;
  readonly hidden: Readonly<Record<string, boolean>>;
  readonly toggleColumn: (id: string) => void;
  readonly dense: boolean;
  readonly toggleDense: () => void;
}

/** @param rows of the page that is shown; what was chosen on another one is let go */
export function useGrid(rows: readonly Delivery[]): Grid {
  const { t } = useTranslation();
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const [matching, setMatching] = useState<DeliveryFilter | null>(null);
  const [columnVisibility, setColumnVisibility] = useState(readVisibility);
  const [dense, setDense] = useState(() => readStored('signpost.density') === 'dense');
  const table = useTable({
    features,
    data: rows as Delivery[],
    columns,
    getRowId,
    state: { rowSelection, columnVisibility },
    onRowSelectionChange: (change) => {
      // Whoever picks rows no longer means all of them.
      setMatching(null);
      setRowSelection(change);
    },
  });
  const toggle = useStable((id: string) => table.getRow(id).toggleSelected());
  const labelOf = useStable((id: string) =>
    t('history.select', { id: rows.find((row) => row.id === id)?.eventId ?? id }),
  );
  const chosen = rows.filter(({ id }) => rowSelection[id]);
  const all = chosen.length === 0 ? 'none' : chosen.length === rows.length ? 'all' : 'some';
  return {
    chosen,
    clear: () => {
      setMatching(null);
      setRowSelection({});
    },
    matching,
    chooseMatching: setMatching,
    selection: {
      isSelected: (id) => rowSelection[id] === true,
      toggle,
      all,
      toggleAll: () => table.toggleAllRowsSelected(all !== 'all'),
      labelOf,
    },
    hidden: useMemo(
      () => Object.fromEntries(deliveryColumns.map((id) => [id, columnVisibility[id] === false])),
      [columnVisibility],
    ),
    toggleColumn: (id) => {
      const next = { ...columnVisibility, [id]: columnVisibility[id] === false };
      setColumnVisibility(next);
      writeVisibility(next);
    },
    dense,
    toggleDense: () => {
      setDense(!dense);
      writeStored('signpost.density', dense ? 'normal' : 'dense');
    },
  };
}

function readVisibility(): Record<string, boolean> {
  const hidden = (readStored('signpost.columns') ?? '').split(' ').filter(Boolean);
  return Object.fromEntries(hidden.map((id) => [id, false]));
}

function writeVisibility(visibility: Readonly<Record<string, boolean>>): void {
  const hidden = Object.keys(visibility).filter((id) => visibility[id] === false);
  writeStored('signpost.columns', hidden.join(' '));
}
