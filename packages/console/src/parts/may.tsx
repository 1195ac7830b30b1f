// What is shown only to whoever may do it where the page stands.
import type { ReactNode } from 'react';
import type { Access } from '../api/access.ts';
import { useMay } from '../place.ts';

export function May({ access, children }: { readonly access: Access; readonly children: ReactNode }) {
  return useMay()(access) && children;
}
