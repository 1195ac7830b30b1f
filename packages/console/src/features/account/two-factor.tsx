// Two-factor sign-in of the own account: set up with an authenticator, recovery codes, off. Each is proved by the password.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginTwoFactor, confirmTwoFactor, endTwoFactor, renewRecoveryCodes } from '../../api/me.ts';
import type { Me } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { Mono } from '../../ui/mono.tsx';
import { notify } from '../../ui/notify.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { Section } from '../../ui/section.tsx';
import { FormDialog } from '../../ui/simple-form.tsx';
import { Pill } from '../../ui/status.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Step =
  | { readonly at: 'password'; readonly for: 'begin' | 'renew' | 'end' }
  | { readonly at: 'scan'; readonly secret: string; readonly url: string }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

export function TwoFactor({ person }: { readonly person: Me['person'] }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  const ask = (what: 'begin' | 'renew' | 'end') => () => setStep({ at: 'password', for: what });
  const close = () => setStep(null);
  return (
    <Section id="two-factor" title={t('account.twoFactor')} lead={t('account.twoFactorLead')}>
      <Group gap="xs">
        <Pill
          tone={person.twoFactor ? 'good' : 'idle'}
          icon={person.twoFactor ? IconCircleCheck : IconCircleDashed}
          label={t(person.twoFactor ? 'account.on' : 'account.off')}
        />
        {person.twoFactor && (
          <Text size="sm">{t('account.codesLeft', { count: person.recoveryCodesLeft })}</Text>
        )}
      </Group>
      <Group>
        {person.twoFactor ? (
          <>
            <Button variant="default" onClick={ask('renew')}>
              {t('account.renewCodes')}
            </Button>
            <Button variant="default" color="red" onClick={ask('end')}>
              {t('account.switchOff')}
            </Button>
          </>
        ) : (
          <Button onClick={ask('begin')}>{t('account.switchOn')}</Button>
        )}
      </Group>
      {step?.at === 'password' && <Prove what={step.for} onStep={setStep} onClose={close} />}
      {step?.at === 'scan' && <Scan secret={step.secret} url={step.url} onStep={setStep} onClose={close} />}
      {step?.at === 'codes' && <RecoveryCodes codes={step.codes} email={person.email} onDone={close} />}
    </Section>
  );
}

interface StepProps {
  readonly onStep: (step: Step | null) => void;
  readonly onClose: () => void;
}

function Prove({ what, onStep, onClose }: StepProps & { readonly what: 'begin' | 'renew' | 'end' }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const prove = useChange(
    async (): Promise<Step | null> => {
      switch (what) {
        case 'begin': {
          const { secret, otpauthUrl } = await beginTwoFactor(password);
          return { at: 'scan', secret, url: otpauthUrl };
        }
        case 'renew':
          return { at: 'codes', codes: (await renewRecoveryCodes(password)).recoveryCodes };
        case 'end':
          await endTwoFactor(password);
          notify(t('account.switchedOff'));
          return null;
      }
    },
    [['me']],
    onStep,
  );
  const titles = {
    begin: 'account.switchOn',
    renew: 'account.renewCodes',
    end: 'account.switchOff',
  } as const;
  return (
    <FormDialog
      title={t(titles[what])}
      action={t(what === 'begin' ? 'account.continue' : titles[what])}
      isPending={prove.isPending}
      error={prove.error}
      onSubmit={() => prove.mutate(undefined)}
      onClose={onClose}
    >
      {what !== 'begin' && <Text>{t(what === 'end' ? 'account.switchOffHint' : 'account.renewHint')}</Text>}
      <PasswordField
        label={t('account.presentPassword')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}

interface ScanProps extends StepProps {
  readonly secret: string;
  readonly url: string;
}

function Scan({ secret, url, onStep, onClose }: ScanProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useChange(
    () => confirmTwoFactor(code.replace(/\s/g, '')),
    [['me']],
    ({ recoveryCodes }) => onStep({ at: 'codes', codes: recoveryCodes }),
  );
  return (
    <FormDialog
      title={t('account.switchOn')}
      action={t('account.confirm')}
      isPending={confirm.isPending}
      error={confirm.error}
      onSubmit={() => confirm.mutate(undefined)}
      onClose={onClose}
    >
      <Text>{t('account.scan')}</Text>
      <Group justify="center">
        <QrCode value={url} label={t('account.qr')} />
      </Group>
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {t('account.byHand')}
        </Text>
        <Mono copyLabel={t('account.copySecret')}>{secret}</Mono>
      </Stack>
      <TextInput
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}
