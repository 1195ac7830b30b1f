// A secret that is shown this once: copied or saved, and only then put away. It is held in this dialog's state alone.
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from './code-block.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';

interface OnceProps {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  readonly fileName: string;
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

export function ShownOnce({ title, label, secret, fileName, children, onDone }: OnceProps) {
  const { t } = useTranslation();
  const [stored, setStored] = useState(false);
  return (
    <Dialog opened onClose={onDone} title={title} closable={false} size="lg">
      <Stack>
        {children && <Text>{children}</Text>}
        <TextInput
          label={label}
          description={t('once.warning')}
          value={secret}
          readOnly
          classNames={{ input: 'ltr' }}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <Group gap="xs">
          <CopyButton value={secret} label={t('common.copy')} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => download(fileName, `${secret}\n`)}
          >
            {t('once.download')}
          </Button>
        </Group>
        <Checkbox
          label={t('once.stored')}
          checked={stored}
          onChange={(event) => setStored(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!stored} onClick={onDone}>
            {t('common.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
