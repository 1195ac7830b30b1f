// Where history itself ends.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { homeOptions } from '../../api/home.ts';
import { serverOptions } from '../../api/server.ts';

/** Only whoever runs the server is told how long it keeps history. */
export default function RetentionEdge() {
  const { t } = useTranslation();
  const { data: home } = useQuery(homeOptions());
  const { data } = useQuery({ ...serverOptions(), enabled: home?.isOperator === true });
  if (data?.retentionDays == null) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('history.retention', { count: data.retentionDays })}
    </Text>
  );
}
