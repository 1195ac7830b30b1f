// All keys at a glance, and the switch that turns the single ones off.
import { Kbd, Stack, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { turnKeys, useKeysOn } from '../ui/keys.ts';

const keys = [
  ['palette', ['Ctrl', 'K']],
  ['sheet', ['?']],
  ['search', ['/']],
  ['webhooks', ['g', 'w']],
  ['events', ['g', 'e']],
  ['replays', ['g', 'r']],
  ['alerts', ['g', 'a']],
  ['health', ['g', 'h']],
  ['move', ['j', 'k']],
  ['open', ['Enter']],
  ['page', ['o']],
  ['select', ['x']],
  ['resend', ['r']],
  ['tail', ['t']],
  ['close', ['Esc']],
] as const;

export default function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const isOn = useKeysOn();
  return (
    <Dialog opened onClose={onClose} title={t('palette.keys.title')}>
      <Stack>
        <Switch
          label={t('palette.keys.on')}
          description={t('palette.keys.onHint')}
          checked={isOn}
          onChange={(event) => turnKeys(event.currentTarget.checked)}
        />
        <Table aria-label={t('palette.keys.title')} verticalSpacing={6}>
          <Table.Tbody>
            {keys.map(([name, pressed]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {t(`palette.keys.${name}`)}
                </Table.Th>
                <Table.Td ta="end">
                  <span dir="ltr">
                    {pressed.map((key, index) => (
                      <span key={key}>
                        {index > 0 && ' '}
                        <Kbd>{key}</Kbd>
                      </span>
                    ))}
                  </span>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Dialog>
  );
}
