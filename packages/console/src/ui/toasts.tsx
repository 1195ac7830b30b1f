// Short news in a corner: what was just done, or why it could not be. Said aloud by the announcer; seen here. News of success
// leave by themselves, failures stay until they are closed.
import { CloseButton, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './toasts.module.css';

interface Toast {
  readonly id: number;
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly text?: string;
}

const shownMs = 5_000;
const shownMax = 4;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id));

export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  set([...toasts, { ...toast, id }].slice(-shownMax));
  if (toast.tone === 'good') setTimeout(() => dismiss(id), shownMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  if (shown.length === 0) return null;
  return (
    <section className={classes['toasts']} aria-label={t('common.news')}>
      {shown.map(({ id, tone, title, text }) => (
        <Paper key={id} withBorder shadow="lg" p="sm" className={classes['toast']} data-tone={tone}>
          {tone === 'good' ? (
            <IconCircleCheck size={20} aria-hidden />
          ) : (
            <IconAlertTriangle size={20} aria-hidden />
          )}
          <div className={classes['words']}>
            <Text size="sm" fw={text ? 600 : 400}>
              {title}
            </Text>
            {text && <Text size="sm">{text}</Text>}
          </div>
          <CloseButton aria-label={t('common.close')} onClick={() => dismiss(id)} />
        </Paper>
      ))}
    </section>
  );
}
