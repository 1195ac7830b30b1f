// Where e-signature platforms post to: an inbound URL each, with how to enter it there.
import { Button, Menu, PasswordInput, Select, Text, TextInput } from '@mantine/core';
import { IconEdit, IconPlugConnected, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeSource,
  createSource,
  deleteSource,
  rotateSourceUrl,
  sourcesOptions,
} from '../../api/sources.ts';
import type { Source } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { ShownOnce } from '../../ui/once.tsx';
import { Page } from '../../ui/page.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { Time } from '../../ui/time.tsx';

/** Platforms that this server knows. */
const platforms = [{ value: 'documenso', label: 'Documenso' }] as const;
const platformName = (platform: string) =>
  platforms.find(({ value }) => value === platform)?.label ?? platform;

type Made = { readonly name: string; readonly url: string; readonly platform: string };

export function SourcesPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(sourcesOptions(place));
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const isEmpty = query.data?.data.length === 0;
  const add = (
    <May access="sources:write">
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
        {t('sources.add')}
      </Button>
    </May>
  );
  return (
    <Page title={t('sources.title')} lead={t('sources.lead')} actions={!isEmpty && add}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon={<IconPlugConnected size={40} />} title={t('sources.none')} actions={add}>
              {t('sources.noneHint')}
            </Empty>
          ) : (
            <SourceTable sources={data} onMade={setMade} />
          )
        }
      </Loaded>
      {adding && (
        <AddDialog
          onClose={() => setAdding(false)}
          onMade={(source) => {
            setAdding(false);
            setMade(source);
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={t('sources.urlTitle', { name: made.name })}
          label={t('sources.url')}
          secret={made.url}
          fileName={`${made.platform}-url.txt`}
          onDone={() => setMade(null)}
        >
          {t('sources.guide', { platform: platformName(made.platform) })}
        </ShownOnce>
      )}
    </Page>
  );
}

interface AddDialogProps {
  readonly onClose: () => void;
  readonly onMade: (made: Made) => void;
}

function AddDialog({ onClose, onMade }: AddDialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const [platform, setPlatform] = useState<string>(platforms[0].value);
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const create = useChange(
    () => createSource(place, { platform, name: name.trim(), ...(secret !== '' && { secret }) }),
    [['sources', place]],
    onMade,
  );
  const errors = useFieldErrors(create.error, ['platform', 'name', 'secret']);
  return (
    <FormDialog
      title={t('sources.add')}
      action={t('sources.add')}
      isPending={create.isPending}
      error={Object.keys(errors).length > 0 ? null : create.error}
      onSubmit={() => create.mutate(undefined)}
      onClose={onClose}
    >
      <Select
        label={t('sources.platform')}
        data={platforms}
        value={platform}
        onChange={(value) => setPlatform(value ?? platform)}
        allowDeselect={false}
        error={errors['platform']}
      />
      <TextInput
        label={t('common.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        error={errors['name']}
        data-autofocus
      />
      <SecretInput value={secret} onChange={setSecret} error={errors['secret']} />
    </FormDialog>
  );
}

interface SecretInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly keepsPresent?: boolean;
}

function SecretInput({ value, onChange, error, keepsPresent = false }: SecretInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('sources.secret')}
      description={t(keepsPresent ? 'sources.secretKeep' : 'sources.secretHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
      error={error}
    />
  );
}

interface SourceTableProps {
  readonly sources: readonly Source[];
  readonly onMade: (made: Made) => void;
}

function SourceTable({ sources, onMade }: SourceTableProps) {
  const { t } = useTranslation();
  const columns: readonly Column<Source>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: ({ name }) => (
        <Text fw={600} size="sm">
          {name}
        </Text>
      ),
    },
    { id: 'platform', header: t('sources.platform'), cell: ({ platform }) => platformName(platform) },
    {
      id: 'proof',
      header: t('sources.proof'),
      cell: ({ hasSecret, protectsBody }) =>
        t(!hasSecret ? 'sources.proofNone' : protectsBody ? 'sources.proofBody' : 'sources.proofSender'),
    },
    { id: 'last', header: t('sources.lastEvent'), cell: (source) => <LastEvent source={source} /> },
    {
      id: 'created',
      header: t('common.created'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
    {
      id: 'menu',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (source) => (
        <May access="sources:write">
          <SourceMenu source={source} onMade={onMade} />
        </May>
      ),
    },
  ];
  return <DataTable caption={t('sources.title')} columns={columns} rows={sources} idOf={({ id }) => id} />;
}

/** When it last brought something; and that what came after was refused, which is what one looks for when nothing comes. */
function LastEvent({ source: { lastEventAt, lastRefusedAt } }: { readonly source: Source }) {
  const { t } = useTranslation();
  const isRefused = lastRefusedAt !== null && (lastEventAt === null || lastRefusedAt > lastEventAt);
  return (
    <div>
      {lastEventAt === null ? t('sources.noEvent') : <Time at={lastEventAt} />}
      {isRefused && (
        <Text size="sm" c="var(--mantine-color-error)" component="div">
          {t('sources.refused')} <Time at={lastRefusedAt} />
        </Text>
      )}
    </div>
  );
}

function SourceMenu({ source, onMade }: { readonly source: Source; readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <RowMenu label={t('webhooks.actionsFor', { name: source.name })}>
        <Menu.Item leftSection={<IconEdit {...icon} />} onClick={() => setOpened('edit')}>
          {t('common.edit')}…
        </Menu.Item>
        <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => setOpened('rotate')}>
          {t('sources.rotate')}…
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash {...icon} />}
          onClick={() => setOpened('delete')}
        >
          {t('common.delete')}…
        </Menu.Item>
      </RowMenu>
      {opened === 'edit' && <EditDialog source={source} onClose={close} />}
      {opened === 'rotate' && <RotateUrl source={source} onClose={close} onMade={onMade} />}
      {opened === 'delete' && <Remove source={source} onClose={close} />}
    </>
  );
}

interface OneSource {
  readonly source: Source;
  readonly onClose: () => void;
}

function EditDialog({ source, onClose }: OneSource) {
  const { t } = useTranslation();
  const place = usePlace();
  const [name, setName] = useState(source.name);
  const [secret, setSecret] = useState('');
  const change = useChange(
    () => changeSource(place, source.id, { name: name.trim(), ...(secret !== '' && { secret }) }),
    [['sources', place]],
    () => {
      notify(t('common.saved'));
      onClose();
    },
  );
  const errors = useFieldErrors(change.error, ['name', 'secret']);
  return (
    <FormDialog
      title={t('sources.edit', { name: source.name })}
      action={t('common.save')}
      isPending={change.isPending}
      error={Object.keys(errors).length > 0 ? null : change.error}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('common.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        error={errors['name']}
        data-autofocus
      />
      <SecretInput
        value={secret}
        onChange={setSecret}
        error={errors['secret']}
        keepsPresent={source.hasSecret}
      />
    </FormDialog>
  );
}

function RotateUrl({ source, onClose, onMade }: OneSource & { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const rotate = useChange(
    () => rotateSourceUrl(place, source.id),
    [['sources', place]],
    (made) => {
      onClose();
      onMade(made);
    },
  );
  return (
    <Confirm
      title={t('sources.rotateTitle', { name: source.name })}
      action={inEnvironment(t('sources.rotate'))}
      isPending={rotate.isPending}
      error={rotate.error}
      onConfirm={() => rotate.mutate(undefined)}
      onClose={onClose}
    >
      {t('sources.rotateHint')}
    </Confirm>
  );
}

function Remove({ source, onClose }: OneSource) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const remove = useChange(
    () => deleteSource(place, source.id),
    [['sources', place]],
    () => {
      notify(t('sources.deleted', { name: source.name }));
      onClose();
    },
  );
  return (
    <Confirm
      title={t('sources.deleteTitle', { name: source.name })}
      action={inEnvironment(t('common.delete'))}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(undefined)}
      onClose={onClose}
    >
      {t('sources.deleteHint')}
    </Confirm>
  );
}
