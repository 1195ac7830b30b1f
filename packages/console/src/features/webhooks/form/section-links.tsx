// From the top of a long form to each of its sections, and from a problem to its field.
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const sections = [
  ...(['basics', 'events', 'routing', 'auth', 'signing', 'payload', 'delivery', 'alerts'] as const),
];

export function SectionLinks({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <Group component="nav" gap={4} aria-label={t('webhook.sections')}>
      {sections
        .filter((id) => isNew || id !== 'signing')
        .map((id) => (
          <Button key={id} variant="subtle" size="compact-sm" onClick={() => moveTo(id)}>
            {t(`webhook.section.${id}`)}
          </Button>
        ))}
    </Group>
  );
}

function moveTo(id: string): void {
  const heading = document.getElementById(`${id}-title`);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** Its input; where a field has several, the first of them. */
export function focusField(form: HTMLElement | null, field: string): void {
  const find = (selector: string) => form?.querySelector<HTMLElement>(selector) ?? null;
  const named = CSS.escape(field);
  const target = find(`[data-path="${named}"]`) ?? find(`[data-path^="${named}."]`);
  const inside = target?.querySelector<HTMLElement>('input, textarea, button');
  const control = target?.matches('input, textarea, button, select') ? target : (inside ?? target);
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}
