// A text with what somebody looks for in it: every place marked, and one after the other brought into view.
import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findText } from '../lib/find-text.ts';
import classes from './code-search.module.css';

/** More marks than anybody steps through, and a page still bears. */
const foundMax = 1_000;

interface CodeSearchProps {
  readonly text: string;
  /** The text in its frame. */
  readonly children: (marked: ReactNode) => ReactNode;
}

export default function CodeSearch({ text, children }: CodeSearchProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => findText(text, wanted, foundMax), [text, wanted]);
  const step = (by: number) => setAt((at + by + found.length) % Math.max(found.length, 1));
  const icon = { variant: 'default', size: 'input-xs', disabled: found.length === 0 } as const;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          data-autofocus
          aria-label={t('code.search')}
          placeholder={t('code.search')}
          dir="auto"
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            step(event.shiftKey ? -1 : 1);
          }}
        />
        <Text size="sm" role="status" miw="max-content">
          {wanted !== '' &&
            (found.length === 0
              ? t('common.nothingFound')
              : t('code.found', { number: at + 1, count: found.length }))}
        </Text>
        <ActionIcon aria-label={t('code.previous')} onClick={() => step(-1)} {...icon}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('code.next')} onClick={() => step(1)} {...icon}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Group>
      {children(<Marked text={text} found={found} length={wanted.length} at={at} />)}
    </>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly found: readonly number[];
  readonly length: number;
  readonly at: number;
}

function Marked({ text, found, length, at }: MarkedProps) {
  const chosen = useRef<HTMLElement>(null);
  const place = found[at];
  useEffect(() => {
    if (place !== undefined) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return (
    <>
      {found.map((begin, index) => (
        <span key={begin}>
          {text.slice(index === 0 ? 0 : (found[index - 1] ?? 0) + length, begin)}
          <mark
            ref={index === at ? chosen : null}
            className={classes['mark']}
            data-chosen={index === at || undefined}
          >
            {text.slice(begin, begin + length)}
          </mark>
        </span>
      ))}
      {text.slice(found.length === 0 ? 0 : (found.at(-1) ?? 0) + length)}
    </>
  );
}
