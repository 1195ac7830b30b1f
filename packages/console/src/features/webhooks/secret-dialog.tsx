// The signing secret of a webhook, once. With key pairs there is nothing secret: receivers get the public key.
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { ShownOnce } from '../../ui/once.tsx';

interface SecretDialogProps {
  readonly webhook: Pick<Webhook, 'name'>;
  readonly secret: string | null;
  readonly publicKey: string | null;
  readonly onDone: () => void;
}

export default function SecretDialog({ webhook: { name }, secret, publicKey, onDone }: SecretDialogProps) {
  const { t } = useTranslation();
  return (
    <ShownOnce
      title={t('webhooks.secret.title', { name })}
      label={t(secret === null ? 'webhooks.secret.publicKey' : 'webhooks.secret.label')}
      secret={secret ?? publicKey ?? ''}
      fileName={`${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${secret === null ? 'public-key' : 'secret'}.txt`}
      onDone={onDone}
    >
      {t(secret === null ? 'webhooks.secret.publicKeyLead' : 'webhooks.secret.lead')}
    </ShownOnce>
  );
}
