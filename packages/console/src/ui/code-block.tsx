// A body, a command or a snippet as text: exactly as it is, or laid out for reading; always left to right.
import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconBraces, IconDownload, IconTextWrap } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { layOutJson } from '../lib/lay-out-json.ts';
import classes from './code-block.module.css';
import { CopyIcon } from './copy.tsx';

interface CodeBlockProps {
  readonly label: string;
  readonly text: string;
  /** Name of the file that is downloaded; without it there is no button. */
  readonly fileName?: string;
  /** Whether JSON may be shown laid out: off where every byte counts. */
  readonly canLayOut?: boolean;
  readonly note?: ReactNode;
  readonly heightMax?: number;
}

export function CodeBlock({
  label,
  text,
  fileName,
  canLayOut = false,
  note,
  heightMax = 420,
}: CodeBlockProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pretty, setPretty] = useState(true);
  const [wrap, setWrap] = useState(true);
  const laidOut = useMemo(() => (canLayOut ? layOutJson(text) : null), [canLayOut, text]);
  const shown = pretty && laidOut !== null ? laidOut : text;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {label} · {format.bytes(new Blob([text]).size)}
        </Text>
        <Group gap={2}>
          {laidOut !== null && (
            <Tool
              icon={IconBraces}
              label={t('code.layOut')}
              pressed={pretty}
              onClick={() => setPretty(!pretty)}
            />
          )}
          <Tool icon={IconTextWrap} label={t('code.wrap')} pressed={wrap} onClick={() => setWrap(!wrap)} />
          <CopyIcon value={text} label={t('code.copy', { label })} />
          {fileName && (
            <Tool icon={IconDownload} label={t('common.download')} onClick={() => download(fileName, text)} />
          )}
        </Group>
      </Group>
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and be named there */}
      <pre
        role="group"
        className={classes['code']}
        data-wrap={wrap || undefined}
        tabIndex={0}
        aria-label={label}
        style={{ maxHeight: heightMax }}
      >
        {shown === '' ? <span className={classes['nothing']}>{t('code.empty')}</span> : shown}
      </pre>
      {/* biome-ignore-end lint/a11y: see above */}
      {note}
    </Stack>
  );
}

interface ToolProps {
  readonly icon: typeof IconBraces;
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon: Icon, label, pressed, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'indigo' : 'gray'}
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
      >
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}

export function download(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
