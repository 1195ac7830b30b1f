// Confirming another e-mail address by the link that was mailed to it. By a button, since programs that look into mails open
// every link.
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmEmail } from '../../api/session.ts';
import type { Link } from '../../api/types.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ByLink } from './by-link.tsx';
import { Entrance } from './entrance.tsx';

export function ConfirmEmailPage() {
  const { t } = useTranslation();
  return (
    <ByLink kind="email_change" title={t('signIn.emailTitle')} otherwise={t('signIn.emailOtherwise')}>
      {(link, token) => <Confirm link={link} token={token} />}
    </ByLink>
  );
}

function Confirm({ link, token }: { readonly link: Link; readonly token: string }) {
  const { t } = useTranslation();
  const confirm = useMutation({ mutationFn: () => confirmEmail(token) });
  if (confirm.isSuccess) {
    return (
      <Entrance title={t('signIn.emailDone')}>
        <Text>{t('signIn.emailDoneHint', { email: confirm.data.email })}</Text>
        <ButtonLink to="/">{t('signIn.goOn')}</ButtonLink>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('signIn.emailTitle')} lead={t('signIn.emailLead', { email: link.email })}>
      {confirm.error && <Problem error={confirm.error} urgent brief />}
      <Button onClick={() => confirm.mutate()} loading={confirm.isPending}>
        {t('signIn.confirmEmail')}
      </Button>
    </Entrance>
  );
}
