// What changed: each member as it was and as it is.
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './changes.module.css';
import type { Changed } from './changes-of.ts';

export function Changes({ changes }: { readonly changes: readonly Changed[] }) {
  const { t } = useTranslation();
  return (
    <Table className={classes['table'] ?? ''} aria-label={t('audit.changes')} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('audit.field')}</Table.Th>
          <Table.Th scope="col">{t('audit.before')}</Table.Th>
          <Table.Th scope="col">{t('audit.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ path, before, after }) => (
          <Table.Tr key={path}>
            <Table.Th scope="row">
              <bdi dir="ltr">{path}</bdi>
            </Table.Th>
            <Table.Td>{before === undefined ? '—' : <del dir="ltr">{asText(before)}</del>}</Table.Td>
            <Table.Td>{after === undefined ? '—' : <ins dir="ltr">{asText(after)}</ins>}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
