// A password or another secret that is typed: hidden, with a button that shows it.
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      withAsterisk={false}
      {...props}
      visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
    />
  );
}
