// What was copied, with the new secrets, which are shown this once; and what was refused, with why.
import { Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Mono } from '../../ui/mono.tsx';
import { OnceDialog } from '../../ui/once.tsx';
import { Problem } from '../../ui/problem.tsx';
import type { CopyResult } from './use-copy.ts';

type Copy = Extract<CopyResult, { kind: 'copied' }>['copy'];

interface CopiesProps {
  readonly results: readonly CopyResult[];
  readonly onDone: () => void;
}

export function Copies({ results, onDone }: CopiesProps) {
  const { t } = useTranslation();
  const { env } = usePlace();
  const title = t('copying.doneTitle', { environment: t(`environment.name.${env}`) });
  const copies = results.flatMap((result) => (result.kind === 'copied' ? [result.copy] : []));
  const shown = (
    <>
      <Refused results={results} />
      <Secrets copies={copies} />
    </>
  );
  if (copies.length === 0) {
    return (
      <Dialog opened onClose={onDone} title={title}>
        <Stack>
          {shown}
          <Group justify="flex-end">
            <Button onClick={onDone}>{t('common.close')}</Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  const text = copies.map((copy) => `${copy.name}: ${keyOf(copy)}`).join('\n');
  return (
    <OnceDialog
      title={title}
      size="lg"
      text={text}
      file={{ name: `webhook-secrets-${env.toLowerCase()}.txt`, text: `${text}\n` }}
      storedLabel={t('copying.stored')}
      onDone={onDone}
    >
      {shown}
    </OnceDialog>
  );
}

const keyOf = ({ secret, signing }: Copy) => secret ?? signing.publicKey ?? '';

function Refused({ results }: Pick<CopiesProps, 'results'>) {
  const { t } = useTranslation();
  return results.map(
    (result) =>
      result.kind === 'refused' && (
        <div key={result.webhook.id}>
          <Text fw={600} size="sm" mb={4}>
            {t('copying.failed', { name: result.webhook.name })}
          </Text>
          <Problem error={result.error} urgent brief />
        </div>
      ),
  );
}

function Secrets({ copies }: { readonly copies: readonly Copy[] }) {
  const { t } = useTranslation();
  if (copies.length === 0) return null;
  return (
    <>
      <Text>{t('copying.secrets')}</Text>
      <ScrollArea.Autosize mah={320} type="auto">
        <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {copies.map((copy) => (
            <li key={copy.id}>
              <Text fw={600} size="sm">
                <bdi>{copy.name}</bdi>
              </Text>
              <Group gap={6}>
                {copy.secret === null && (
                  <Text span size="sm" c="dimmed">
                    {t('copying.publicKey')}
                  </Text>
                )}
                <Mono copyLabel={t('common.copy')}>{keyOf(copy)}</Mono>
              </Group>
              {copy.notCopied.includes('auth') && <Text size="sm">{t('copying.noAuth')}</Text>}
            </li>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </>
  );
}
