// What the filters find, saved as a file.
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, exportAudit } from '../../api/audit.ts';
import { download } from '../../ui/code-block.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';

interface ExportMenuProps {
  readonly orgId: string | null;
  readonly filter: AuditFilter;
}

export function ExportMenu({ orgId, filter }: ExportMenuProps) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (format: 'csv' | 'ndjson') => exportAudit(orgId, filter, format),
    onSuccess: (text, format) => download(`audit.${format}`, text),
    onError: useNotifyProblem(),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={save.isPending}
        >
          {t('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'ndjson'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate(format)}>
            {t(`audit.formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
