// A table of the API's things: a real one for screen readers, a stack of cards where the screen is narrow.
import { Checkbox, Paper, VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** The name of the row: its cell is read before the others. */
  readonly isName?: boolean;
  /** The heading is for those who listen only: a column of buttons, for example. */
  readonly headerHidden?: boolean;
  readonly align?: 'end';
  /** As narrow as its content. */
  readonly narrow?: boolean;
}

/** Rows that are chosen, as TanStack Table knows them. */
export interface Selection {
  readonly isSelected: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly all: 'none' | 'some' | 'all';
  readonly toggleAll: () => void;
  readonly labelOf: (id: string) => string;
}

interface DataTableProps<T> {
  /** What the table is, for those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly selection?: Selection;
  readonly busy?: boolean;
  /** More rows in the same room. */
  readonly dense?: boolean;
}

export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, columns, rows, idOf, selection, busy = false, dense = false } = props;
  return (
    <Paper
      withBorder
      bg="var(--signpost-surface)"
      className={classes['frame']}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      {/* The roles are written out: as cards the elements would lose them. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table
        className={classes['table']}
        role="table"
        aria-busy={busy}
        data-busy={busy || undefined}
        data-dense={dense || undefined}
      >
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && <SelectAll {...selection} />}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                role="columnheader"
                data-align={column.align}
                data-narrow={column.narrow || undefined}
              >
                {column.headerHidden ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row
              key={idOf(row)}
              id={idOf(row)}
              row={row}
              columns={columns}
              isSelected={selection?.isSelected(idOf(row)) ?? false}
              toggle={selection?.toggle}
              labelOf={selection?.labelOf}
            />
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </Paper>
  );
}

interface RowProps<T> {
  readonly id: string;
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly isSelected: boolean;
  /** Both or neither. */
  readonly toggle: Selection['toggle'] | undefined;
  readonly labelOf: Selection['labelOf'] | undefined;
}

/** Drawn again only when something of it changed: a list that is followed live changes every second. */
const Row = memo(function Row<T>({ id, row, columns, isSelected, toggle, labelOf }: RowProps<T>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as a card the element would lose it
    <tr role="row" data-row={id} data-selected={isSelected || undefined}>
      {toggle && (
        // biome-ignore lint/a11y/noRedundantRoles: as a card the element would lose it
        <td role="cell" className={classes['select']}>
          <Checkbox aria-label={labelOf?.(id)} checked={isSelected} onChange={() => toggle(id)} />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}) as <T>(props: RowProps<T>) => ReactNode;

function Cell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }) {
  const content = (
    <>
      {!column.headerHidden && (
        <span className={classes['label']} aria-hidden>
          {column.header}
        </span>
      )}
      <div className={classes['content']}>{column.cell(row)}</div>
    </>
  );
  return column.isName ? (
    <th
      scope="row"
      // biome-ignore lint/a11y/noRedundantRoles: as a card the element would lose it
      role="rowheader"
      data-name
    >
      {content}
    </th>
  ) : (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: as a card the element would lose it
      role="cell"
      data-align={column.align}
      data-narrow={column.narrow || undefined}
      data-bare={column.headerHidden || undefined}
    >
      {content}
    </td>
  );
}

function SelectAll({ all, toggleAll }: Selection) {
  const { t } = useTranslation();
  return (
    <th
      scope="col"
      // biome-ignore lint/a11y/noRedundantRoles: as a card the element would lose it
      role="columnheader"
      className={classes['select']}
    >
      <Checkbox
        aria-label={t('common.selectAllRows')}
        checked={all === 'all'}
        indeterminate={all === 'some'}
        onChange={toggleAll}
      />
    </th>
  );
}
