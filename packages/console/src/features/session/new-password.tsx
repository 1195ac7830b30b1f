// A password that is chosen: how long it must be is said before, not after.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { authInfoOptions } from '../../api/session.ts';
import { PasswordField } from '../../ui/password-field.tsx';

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

export function NewPassword({ value, onChange, error, autoFocus = false }: NewPasswordProps) {
  const { t } = useTranslation();
  const { data } = useQuery(authInfoOptions());
  return (
    <PasswordField
      label={t('signIn.newPassword')}
      description={data && t('signIn.passwordHint', { count: data.passwordCharactersMin })}
      autoComplete="new-password"
      required
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
