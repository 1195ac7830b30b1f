// A page for those who may change something: whoever opens its address and may only read is told so, and by whom it is changed.
import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Access, leastRoles } from '../api/access.ts';
import { useIsKnown, useMay } from '../place.ts';
import { Empty } from '../ui/empty.tsx';
import { Waiting } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';

/** What viewers may do is not asked for. */
type Asking = {
  [A in Access]: (typeof leastRoles)[A] extends 'viewer' ? never : A;
}[Access];

interface ReadersOnlyProps {
  /** What one must be allowed to do. */
  readonly access: Asking;
  readonly title: string;
  readonly trail?: readonly ReactNode[];
  readonly children: ReactNode;
}

export function ReadersOnly({ access, title, trail, children }: ReadersOnlyProps) {
  const { t } = useTranslation();
  const isKnown = useIsKnown();
  if (useMay()(access)) return children;
  return (
    <Page title={title} {...(trail && { trail })}>
      {isKnown ? (
        <Empty
          icon={<IconEye size={40} />}
          title={t(access.endsWith(':write') ? 'readersOnly.title' : 'readersOnly.closed')}
        >
          {t(`readersOnly.${leastRoles[access]}`)}
        </Empty>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
