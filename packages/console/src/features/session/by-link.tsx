// A page that is opened by a link with a token: what the link is good for, or that it does not work.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { linkOptions } from '../../api/session.ts';
import type { Link } from '../../api/types.ts';
import { TextLink } from '../../ui/links.tsx';
import { Waiting } from '../../ui/loaded.tsx';
import { asProblem, Problem } from '../../ui/problem.tsx';
import { Entrance } from './entrance.tsx';

interface ByLinkProps {
  readonly kind: Link['kind'];
  readonly title: string;
  /** What to do without a link that works. */
  readonly otherwise: string;
  readonly children: (link: Link, token: string) => ReactNode;
}

export function ByLink({ kind, title, otherwise, children }: ByLinkProps) {
  const { t } = useTranslation();
  const token = useLocation({ select: ({ hash }) => hash });
  const { data, error, refetch } = useQuery({ ...linkOptions(token), enabled: token !== '', retry: false });
  if (data?.kind === kind) return children(data, token);
  const broken = token === '' || data !== undefined || (error && asProblem(error).code === 'link_invalid');
  return (
    <Entrance
      title={title}
      below={
        broken && (
          <TextLink to="/login" size="sm">
            {t('signIn.back')}
          </TextLink>
        )
      }
    >
      {broken && <Text>{token === '' ? otherwise : t('signIn.linkInvalid')}</Text>}
      {broken && token !== '' && <Text>{otherwise}</Text>}
      {!broken && error && <Problem error={error} onRetry={() => void refetch()} />}
      {!broken && !error && <Waiting lines={3} />}
    </Entrance>
  );
}
