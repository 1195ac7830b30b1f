// Entries of the audit log in the reader's words. What the console does not know is told as the server names it.
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../api/types.ts';

export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const say = (key: string, otherwise: string) => (i18n.exists(key) ? String(t(key as never)) : otherwise);
  return {
    /** "Webhook: changed". */
    action({ action, object: { kind } }: AuditEntry): string {
      const verb = action.slice(action.lastIndexOf('.') + 1);
      const [what, done] = [say(`audit.kind.${kind}`, kind), say(`audit.verb.${verb}`, verb)];
      return t('audit.action', { what, done });
    },
    actor({ kind, id, name }: AuditEntry['actor']): string {
      if (kind === 'person') return name ?? id ?? t('audit.actor.gone');
      if (kind === 'key') return t('audit.actor.key', { name: name ?? id ?? '' });
      return t(`audit.actor.${kind}`);
    },
  };
}
