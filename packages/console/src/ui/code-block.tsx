// A body, a command or a snippet as text: exactly as it is, laid out for reading, or as a tree; always left to right.
import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconBinaryTree, IconBraces, IconDownload, IconSearch, IconTextWrap } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { layOutJson } from '../lib/lay-out-json.ts';
import classes from './code-block.module.css';
import { CopyIcon } from './copy.tsx';

const JsonTree = lazy(() => import('./json-tree.tsx'));
const CodeSearch = lazy(() => import('./code-search.tsx'));

/** Shorter texts are seen at a glance. */
const searchedLengthMin = 400;

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
  const [tree, setTree] = useState(false);
  const [searching, setSearching] = useState(false);
  const laidOut = useMemo(() => (canLayOut ? layOutJson(text) : null), [canLayOut, text]);
  const shown = pretty && laidOut !== null ? laidOut : text;
  const inFrame = (content: ReactNode) => (
    <>
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and be named there */}
      <pre
        role="group"
        className={classes['code']}
        data-wrap={wrap || undefined}
        tabIndex={0}
        aria-label={label}
        style={{ maxHeight: heightMax }}
      >
        {content}
      </pre>
      {/* biome-ignore-end lint/a11y: see above */}
    </>
  );
  const plain = inFrame(shown === '' ? <span className={classes['nothing']}>{t('code.empty')}</span> : shown);
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
          {laidOut !== null && (
            <Tool
              icon={IconBinaryTree}
              label={t('code.tree')}
              pressed={tree}
              onClick={() => setTree(!tree)}
            />
          )}
          {shown.length >= searchedLengthMin && !tree && (
            <Tool
              icon={IconSearch}
              label={t('code.search')}
              pressed={searching}
              onClick={() => setSearching(!searching)}
            />
          )}
          <Tool icon={IconTextWrap} label={t('code.wrap')} pressed={wrap} onClick={() => setWrap(!wrap)} />
          <CopyIcon value={text} label={t('code.copy', { label })} />
          {fileName && (
            <Tool icon={IconDownload} label={t('common.download')} onClick={() => download(fileName, text)} />
          )}
        </Group>
      </Group>
      {tree && laidOut !== null ? (
        <Suspense fallback={plain}>
          <JsonTree text={text} label={label} />
        </Suspense>
      ) : searching ? (
        <Suspense fallback={plain}>
          <CodeSearch text={shown}>{inFrame}</CodeSearch>
        </Suspense>
      ) : (
        plain
      )}
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
