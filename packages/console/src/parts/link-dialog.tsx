// A link that could not be mailed: shown once, to be passed on by hand.
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '../ui/once.tsx';

export interface Handed {
  /** Whom it is for. */
  readonly email: string;
  readonly link: string;
  /** Why it was not mailed; null where the server mails nothing at all. */
  readonly mailProblem: string | null;
}

export function LinkDialog({ handed, onDone }: { readonly handed: Handed; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { email, link, mailProblem } = handed;
  return (
    <ShownOnce
      title={t('members.linkTitle', { email })}
      label={t('members.link')}
      secret={link}
      fileName={`${email.replace(/[^\p{L}\p{N}]+/gu, '-')}-link.txt`}
      onDone={onDone}
    >
      {t('members.linkLead')} {mailProblem !== null && <bdi>{mailProblem}</bdi>}
    </ShownOnce>
  );
}
