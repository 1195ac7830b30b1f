// The snippets that verify a signature, by language. Loaded when somebody wants to see them.
import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../ui/code-block.tsx';
import { type SnippetLanguage, snippets } from './snippets.ts';

const languages = Object.keys(snippets) as SnippetLanguage[];

export default function Verify() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<SnippetLanguage>('Node.js');
  return (
    <Stack gap="xs" mt="xs">
      <SegmentedControl
        aria-label={t('checklist.language')}
        data={languages}
        value={chosen}
        onChange={(value) => setChosen(languages.find((name) => name === value) ?? chosen)}
        w="fit-content"
        maw="100%"
        size="xs"
        dir="ltr"
        style={{ overflowX: 'auto' }}
      />
      <CodeBlock label={chosen} text={snippets[chosen]} heightMax={320} />
    </Stack>
  );
}
