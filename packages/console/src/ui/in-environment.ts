// Dangerous actions in production say where they will be done: "Delete in Production".
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function useInEnvironment(): (action: string) => string {
  const { t } = useTranslation();
  const { env } = useParams({ strict: false });
  return (action) =>
    env === 'PRODUCTION'
      ? t('common.inEnvironment', { action, environment: t('environment.name.PRODUCTION') })
      : action;
}
