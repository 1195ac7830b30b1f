// Which columns the list has, how close its rows stand, and how many a page has. Kept in this browser.
import { Button, Menu } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { deliveryColumns } from '../../parts/deliveries-table.tsx';
import { pageRows, type usePageRows } from './page-rows.ts';
import type { Grid } from './use-grid.ts';

interface ViewMenuProps extends Pick<Grid, 'hidden' | 'toggleColumn' | 'dense' | 'toggleDense'> {
  readonly page: ReturnType<typeof usePageRows>;
}

export default function ViewMenu({ hidden, toggleColumn, dense, toggleDense, page }: ViewMenuProps) {
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
          {t('history.view')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('history.columns')}</Menu.Label>
        {deliveryColumns.map((id) => (
          <Toggle key={id} label={labels[id]} isOn={!hidden[id]} onToggle={() => toggleColumn(id)} />
        ))}
        <Menu.Divider />
        <Toggle label={t('history.dense')} isOn={dense} onToggle={toggleDense} />
        <Menu.Divider />
        <Menu.Label>{t('history.pageRows')}</Menu.Label>
        <Menu.RadioGroup
          value={String(page.rows)}
          onChange={(value) => page.choose(pageRows.find((known) => String(known) === value) ?? 50)}
        >
          {pageRows.map((count) => (
            <Menu.RadioItem key={count} value={String(count)}>
              {count}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
