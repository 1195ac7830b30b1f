// How many rows a page of the history has, kept in this browser.
import { useState } from 'react';
import { readStored, writeStored } from '../../lib/stored.ts';

export const pageRows = [25, 50, 100] as const;
export type PageRows = (typeof pageRows)[number];

export function usePageRows() {
  const [rows, setRows] = useState<PageRows>(
    () => pageRows.find((known) => String(known) === readStored('signpost.rows')) ?? 50,
  );
  return {
    rows,
    choose: (value: PageRows) => {
      setRows(value);
      writeStored('signpost.rows', String(value));
    },
  };
}
