// A secret that goes in and never comes out: what is stored is told, and replaced only when that is asked for.
import { Badge, Button, Group, PasswordInput, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthText } from '../form-values.ts';
import { useWebhookForm } from './context.ts';

interface SecretFieldProps {
  readonly field: AuthText;
  readonly isSet: boolean;
  readonly required?: boolean;
  readonly description?: string;
  /** PEM has many lines. */
  readonly isPem?: boolean;
}

export function SecretField({
  field,
  isSet,
  required = false,
  description,
  isPem = false,
}: SecretFieldProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const [replacing, setReplacing] = useState(false);
  const path = `auth.${field}`;
  const isWrong = form.errors[path] !== undefined;
  if (isSet && !replacing && !isWrong && form.values.auth[field] === '') {
    return <Stored label={t(`form.auth.${field}`)} path={path} onReplace={() => setReplacing(true)} />;
  }
  const keep = () => {
    setReplacing(false);
    form.setFieldValue(path, '');
    form.clearFieldError(path);
  };
  const shared = {
    label: t(`form.auth.${field}`),
    description,
    required: required || isSet,
    autoFocus: replacing,
    dir: 'ltr',
    ...form.getInputProps(path),
  } as const;
  return (
    <Stack gap={6}>
      {isPem ? (
        <PemArea {...shared} />
      ) : (
        <PasswordInput
          {...shared}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
        />
      )}
      {isSet && (
        <Button variant="subtle" size="compact-xs" w="fit-content" onClick={keep}>
          {t('form.auth.keep')}
        </Button>
      )}
    </Stack>
  );
}

interface StoredProps {
  readonly label: string;
  readonly path: string;
  readonly onReplace: () => void;
}

function Stored({ label, path, onReplace }: StoredProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id={id}>
        {label}
      </Text>
      <Group gap="sm">
        <Badge variant="default" tt="none" size="lg" fw={500} radius="sm">
          <span aria-hidden>•••• </span>
          {t('webhook.auth.set')}
        </Badge>
        <Button variant="default" size="xs" data-path={path} aria-describedby={id} onClick={onReplace}>
          {t('form.auth.replace')}
        </Button>
      </Group>
    </Stack>
  );
}

type PemAreaProps = Omit<React.ComponentProps<typeof Textarea>, 'styles'>;

export function PemArea(props: PemAreaProps) {
  return (
    <Textarea
      autosize
      minRows={4}
      maxRows={12}
      spellCheck={false}
      autoComplete="off"
      dir="ltr"
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      {...props}
    />
  );
}
