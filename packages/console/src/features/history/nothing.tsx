// Why the list is empty: nothing was ever delivered, nothing matches, or nothing in the part of a long history that was looked
// at.
import { Button } from '@mantine/core';
import { IconFilterOff, IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../place.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Time } from '../../ui/time.tsx';
import { RetentionEdge } from './retention-edge.tsx';

interface NothingProps {
  readonly page: { readonly nextCursor: string | null; readonly searchedTo?: string | null };
  readonly filtered: boolean;
  readonly onClear: () => void;
  readonly onFurther: (cursor: string) => void;
}

export default function Nothing({
  page: { nextCursor, searchedTo },
  filtered,
  onClear,
  onFurther,
}: NothingProps) {
  const { t } = useTranslation();
  const place = usePlace();
  if (nextCursor !== null) {
    return (
      <Empty
        icon={<IconFilterOff size={40} />}
        title={t('history.noMatch')}
        actions={<Button onClick={() => onFurther(nextCursor)}>{t('history.further')}</Button>}
      >
        {searchedTo && (
          <>
            {t('history.nothingYet')} <Time at={searchedTo} focusable />
          </>
        )}
      </Empty>
    );
  }
  return filtered ? (
    <Empty
      icon={<IconFilterOff size={40} />}
      title={t('history.noMatch')}
      actions={<Button onClick={onClear}>{t('common.clearFilters')}</Button>}
    >
      {t('history.noMatchHint')}
      <RetentionEdge />
    </Empty>
  ) : (
    <Empty
      icon={<IconListDetails size={40} />}
      title={t('history.none')}
      actions={
        <ButtonLink variant="default" to="/$appId/$env" params={place}>
          {t('history.toChecklist')}
        </ButtonLink>
      }
    >
      {t('history.noneHint')}
    </Empty>
  );
}
