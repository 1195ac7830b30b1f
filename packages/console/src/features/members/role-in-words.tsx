// A role in the reader's words, with the environments where it differs.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Granted } from '../../api/members.ts';
import { environments } from '../../api/types.ts';

export function RoleInWords({ role, environmentRoles }: Granted) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      <span>{t(`role.${role}`)}</span>
      {environments.map((name) => {
        const other = environmentRoles[name];
        return (
          other && (
            <Text key={name} span size="sm" c="dimmed">
              {t(`environment.name.${name}`)}: {other === 'none' ? t('members.noAccess') : t(`role.${other}`)}
            </Text>
          )
        );
      })}
    </Stack>
  );
}
