// What is shown this once: copied or saved, and only then put away. It is held in this dialog's state alone.
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from './code-block.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';

interface OnceDialogProps {
  readonly title: string;
  readonly size?: 'lg';
  /** How it is shown. */
  readonly children: ReactNode;
  /** As it is copied. */
  readonly text: string;
  readonly file: { readonly name: string; readonly text: string };
  /** What the reader confirms before it is gone. */
  readonly storedLabel: string;
  readonly onDone: () => void;
}

export function OnceDialog({ title, size, children, text, file, storedLabel, onDone }: OnceDialogProps) {
  const { t } = useTranslation();
  const [stored, setStored] = useState(false);
  return (
    <Dialog opened onClose={onDone} title={title} closable={false} {...(size === undefined ? {} : { size })}>
      <Stack>
        {children}
        <Group gap="xs">
          <CopyButton value={text} label={t('common.copy')} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => download(file.name, file.text)}
          >
            {t('once.download')}
          </Button>
        </Group>
        <Checkbox
          label={storedLabel}
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

interface ShownOnceProps {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  readonly fileName: string;
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

/** A secret in one line. */
export function ShownOnce({ title, label, secret, fileName, children, onDone }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <OnceDialog
      title={title}
      size="lg"
      text={secret}
      file={{ name: fileName, text: `${secret}\n` }}
      storedLabel={t('once.stored')}
      onDone={onDone}
    >
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
    </OnceDialog>
  );
}
