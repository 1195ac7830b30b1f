// Above a list that is followed live: what waits to be shown, and that the connection is lost.
import { Alert, Button } from '@mantine/core';
import { IconArrowUp, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './live-bar.module.css';
import type { List } from './use-list.ts';

export default function LiveBar({ live, words }: Pick<List, 'live' | 'words'>) {
  const { t } = useTranslation();
  const { count, isMore, isLost, showNew } = live;
  const show = () => {
    window.scrollTo({ top: 0 });
    // The bar goes away under whoever pressed it.
    document.querySelector<HTMLElement>('#main [data-list] [role=region]')?.focus({ preventScroll: true });
    showNew();
  };
  return (
    <>
      {isLost && (
        <Alert color="yellow" role="status" icon={<IconPlugConnectedX aria-hidden />} py="xs">
          {t('history.live.lost')}
        </Alert>
      )}
      {(count > 0 || isMore) && (
        <Button
          className={classes['bar']}
          fullWidth
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={show}
        >
          {words(count, isMore)}
        </Button>
      )}
    </>
  );
}
