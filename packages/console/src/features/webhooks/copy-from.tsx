// Webhooks of another environment as the first ones of this: chosen, copied one by one, and their new secrets shown once.
import { Button, Checkbox, Group, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EnvironmentName, environments, type Webhook } from '../../api/types.ts';
import { webhooksOptions } from '../../api/webhooks.ts';
import { useOtherEnvironments } from '../../parts/other-environments.ts';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Copies } from './copies.tsx';
import { useCopy } from './use-copy.ts';

interface CopyFromProps {
  readonly opened: boolean;
  readonly onOpen: (opened: boolean) => void;
}

export default function CopyFrom({ opened, onOpen }: CopyFromProps) {
  const { t } = useTranslation();
  const [nearest] = useOtherEnvironments('webhooks:write');
  if (nearest === undefined) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => onOpen(true)}>
        {t('copying.action', { environment: t(`environment.name.${nearest}`) })}…
      </Button>
      {opened && <Copying nearest={nearest} onClose={() => onOpen(false)} />}
    </>
  );
}

interface CopyingProps {
  readonly nearest: EnvironmentName;
  readonly onClose: () => void;
}

function Copying({ nearest, onClose }: CopyingProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const [env, setEnv] = useState(nearest);
  const query = useQuery(webhooksOptions({ ...place, env }));
  const copying = useCopy(env);
  const here = t(`environment.name.${place.env}`);
  if (copying.data) return <Copies results={copying.data} onDone={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={t('copying.title', { environment: here })}>
      <Stack>
        <Text>{t('copying.lead')}</Text>
        <Text>{t('copying.sameUrl', { environment: here })}</Text>
        <From env={env} onChange={setEnv} />
        <Loaded query={query} lines={3}>
          {({ webhooks }) => (
            <Choice
              key={env}
              env={env}
              webhooks={webhooks}
              isPending={copying.isPending}
              onCopy={(chosen) => copying.mutate(chosen)}
              onClose={onClose}
            />
          )}
        </Loaded>
      </Stack>
    </Dialog>
  );
}

interface FromProps {
  readonly env: EnvironmentName;
  readonly onChange: (env: EnvironmentName) => void;
}

function From({ env, onChange }: FromProps) {
  const { t } = useTranslation();
  const others = useOtherEnvironments('webhooks:write');
  return (
    <Select
      label={t('copying.from')}
      data={others.map((value) => ({ value, label: t(`environment.name.${value}`) }))}
      value={env}
      allowDeselect={false}
      onChange={(value) => onChange(environments.find((name) => name === value) ?? env)}
    />
  );
}

interface ChoiceProps {
  readonly env: EnvironmentName;
  readonly webhooks: readonly Webhook[];
  readonly isPending: boolean;
  readonly onCopy: (chosen: readonly Webhook[]) => void;
  readonly onClose: () => void;
}

function Choice({ env, webhooks, isPending, onCopy, onClose }: ChoiceProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = webhooks.filter(({ id }) => !left.has(id));
  return (
    <>
      {webhooks.length === 0 ? (
        <Text role="status">{t('copying.nothing', { environment: t(`environment.name.${env}`) })}</Text>
      ) : (
        <Checkbox.Group
          label={t('copying.choose')}
          value={chosen.map(({ id }) => id)}
          onChange={(ids) => setLeft(new Set(webhooks.flatMap(({ id }) => (ids.includes(id) ? [] : [id]))))}
        >
          <ScrollArea.Autosize mah={280} mt="xs" type="auto">
            <Stack gap="xs" p={4}>
              {webhooks.map(({ id, name, url }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={<bdi>{name}</bdi>}
                  description={
                    <bdi dir="ltr" className="break">
                      {url}
                    </bdi>
                  }
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Checkbox.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} loading={isPending} onClick={() => onCopy(chosen)}>
          {inEnvironment(t('copying.copy', { count: chosen.length }))}
        </Button>
      </Group>
    </>
  );
}
