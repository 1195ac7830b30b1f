// Recovery codes, shown this once: copied or saved, and only then put away.
import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OnceDialog } from '../../ui/once.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onDone: () => void;
}

export function RecoveryCodes({ codes, email, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  return (
    <OnceDialog
      title={t('account.codes')}
      text={text}
      file={{ name: 'signpost-recovery-codes.txt', text: `Signpost · ${email}\n\n${text}\n` }}
      storedLabel={t('account.codesStored')}
      onDone={onDone}
    >
      <Text>{t('account.codesHint')}</Text>
      <SimpleGrid component="ul" cols={2} spacing="xs" verticalSpacing={4} p={0} m={0} dir="ltr">
        {codes.map((code) => (
          <Text key={code} component="li" ff="monospace" ta="center" style={{ listStyle: 'none' }}>
            {code}
          </Text>
        ))}
      </SimpleGrid>
    </OnceDialog>
  );
}
