// A button that copies a text and says so, to eyes and ears.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../lib/copy-text.ts';
import { announce } from './announce.tsx';

const shownMs = 1500;

export function useCopy(value: string | (() => string)) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await copyText(typeof value === 'string' ? value : value());
    announce(t(done ? 'common.copied' : 'common.copyFailed'));
    setCopied(done);
  };
  return { copied, copy };
}

interface CopyProps {
  readonly value: string | (() => string);
  /** What is copied: "Copy the id". */
  readonly label: string;
}

export function CopyIcon({ value, label, size = 'md' }: CopyProps & { readonly size?: 'sm' | 'md' }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy(value);
  return (
    <Tooltip label={copied ? t('common.copied') : label}>
      <ActionIcon variant="subtle" color="gray" size={size} aria-label={label} onClick={() => void copy()}>
        {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

export function CopyButton({ value, label }: CopyProps) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy(value);
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={() => void copy()}
    >
      {copied ? t('common.copied') : label}
    </Button>
  );
}
