// Recovery codes, shown this once: copied or saved, and only then put away.
import { Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../ui/code-block.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onDone: () => void;
}

export function RecoveryCodes({ codes, email, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const [stored, setStored] = useState(false);
  const text = codes.join('\n');
  return (
    <Dialog opened onClose={onDone} title={t('account.codes')} closable={false}>
      <Stack>
        <Text>{t('account.codesHint')}</Text>
        <SimpleGrid component="ul" cols={2} spacing="xs" verticalSpacing={4} p={0} m={0} dir="ltr">
          {codes.map((code) => (
            <Text key={code} component="li" ff="monospace" ta="center" style={{ listStyle: 'none' }}>
              {code}
            </Text>
          ))}
        </SimpleGrid>
        <Group gap="xs">
          <CopyButton value={text} label={t('common.copy')} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => download('signpost-recovery-codes.txt', `Signpost · ${email}\n\n${text}\n`)}
          >
            {t('once.download')}
          </Button>
        </Group>
        <Checkbox
          label={t('account.codesStored')}
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
