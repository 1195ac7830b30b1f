// Which columns the list has, and how close its rows stand. Kept in this browser.
import { Button, Menu } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { deliveryColumns } from '../../parts/deliveries-table.tsx';
import type { Grid } from './use-grid.ts';

type ViewMenuProps = Pick<Grid, 'hidden' | 'toggleColumn' | 'dense' | 'toggleDense'>;

export function ViewMenu({ hidden, toggleColumn, dense, toggleDense }: ViewMenuProps) {
  const { t } = useTranslation();
  const labels = {
    subject: t('delivery.column.subject'),
    webhook: t('delivery.column.webhook'),
    outcome: t('delivery.column.outcome'),
    attempts: t('delivery.column.attempts'),
    next: t('delivery.column.next'),
    created: t('common.created'),
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('history.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {deliveryColumns.map((id) => (
          <Toggle key={id} label={labels[id]} isOn={!hidden[id]} onToggle={() => toggleColumn(id)} />
        ))}
        <Menu.Divider />
        <Toggle label={t('history.dense')} isOn={dense} onToggle={toggleDense} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Toggle({ label, isOn, onToggle }: ToggleProps) {
  return (
    <Menu.CheckboxItem checked={isOn} onChange={onToggle}>
      {label}
    </Menu.CheckboxItem>
  );
}
