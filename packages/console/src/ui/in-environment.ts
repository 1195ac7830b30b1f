// Dangerous actions in production say where they will be done: "Delete in Production".
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EnvironmentName } from '../api/types.ts';

/** @returns says the environment of the page, unless another is given */
export function useInEnvironment(): (action: string, target?: EnvironmentName) => string {
  const { t } = useTranslation();
  const { env } = useParams({ strict: false });
  return (action, target = env) =>
    target === 'PRODUCTION'
      ? t('common.inEnvironment', { action, environment: t('environment.name.PRODUCTION') })
      : action;
}
