// A moment that says itself exactly to whoever comes by mouse or by keyboard, and is copied as the API writes it.
import { Text, Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopy } from './copy.tsx';

interface TimeButtonProps {
  readonly at: string;
  readonly exact: ReactNode;
  readonly children: ReactNode;
}

/** What floats has to be part of a landmark. */
const portal = { target: '#main' } as const;

export default function TimeButton({ at, exact, children }: TimeButtonProps) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy(at);
  const what = `${t('common.copy')}: ${at}`;
  const label = (
    <>
      {exact}
      <Text size="sm" fw={600}>
        {copied ? t('common.copied') : what}
      </Text>
    </>
  );
  return (
    <Tooltip label={label} portalProps={portal}>
      <UnstyledButton
        onClick={() => void copy()}
        aria-description={what}
        fz="inherit"
        c="inherit"
        display="inline"
      >
        {children}
      </UnstyledButton>
    </Tooltip>
  );
}
