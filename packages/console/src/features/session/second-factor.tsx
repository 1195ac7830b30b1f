// The second step of signing in: a code of the authenticator, or a recovery code.
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveSecondFactor } from '../../api/session.ts';
import { BackTo } from './back-to.tsx';
import { Refused, useLockedUntil } from './refused.tsx';

interface SecondFactorProps {
  readonly onSignedIn: () => void;
  readonly onBack: () => void;
}

export function SecondFactor({ onSignedIn, onBack }: SecondFactorProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [isRecovery, setIsRecovery] = useState(false);
  const give = useMutation({ mutationFn: () => giveSecondFactor(code.trim()), onSuccess: onSignedIn });
  const lockedUntil = useLockedUntil(give.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <Stack>
        <Text>{t(isRecovery ? 'signIn.recoveryLead' : 'signIn.codeLead')}</Text>
        <TextInput
          key={String(isRecovery)}
          label={t(isRecovery ? 'signIn.recoveryCode' : 'signIn.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete={isRecovery ? 'off' : 'one-time-code'}
          dir="ltr"
          required
          withAsterisk={false}
          autoFocus
        />
        <Refused error={give.error} lockedUntil={lockedUntil} />
        <Button type="submit" loading={give.isPending} disabled={lockedUntil !== null}>
          {t('session.signIn')}
        </Button>
        <BackTo
          label={t(isRecovery ? 'signIn.useCode' : 'signIn.useRecovery')}
          onClick={() => {
            setIsRecovery(!isRecovery);
            setCode('');
          }}
        />
        <BackTo label={t('signIn.other')} onClick={onBack} />
      </Stack>
    </form>
  );
}
