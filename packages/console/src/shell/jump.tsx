// The quick way to anywhere: Ctrl-K, a sheet of keys by `?`, and `g` with a letter. What they open is loaded when it is wanted.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../api/types.ts';
import { withTexts } from '../i18n/i18n.ts';
import { useKeys, useKeysAfter } from '../ui/keys.ts';

const Palette = lazy(() => withTexts(['palette'], () => import('./palette.tsx')));
const KeySheet = lazy(() => withTexts(['palette'], () => import('./key-sheet.tsx')));

export default function Jump({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'palette' | 'keys' | null>(null);
  useCtrlK(() => setOpened('palette'));
  useKeys({ '?': () => setOpened('keys') });
  useGoTo(place);
  const close = () => setOpened(null);
  return (
    <>
      <Tooltip label={`${t('nav.find')} (Ctrl-K)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('nav.find')}
          aria-keyshortcuts="Control+K"
          onClick={() => setOpened('palette')}
        >
          <IconSearch size={20} />
        </ActionIcon>
      </Tooltip>
      <Suspense fallback={null}>
        {opened === 'palette' && <Palette place={place} onClose={close} />}
        {opened === 'keys' && <KeySheet onClose={close} />}
      </Suspense>
    </>
  );
}

/** Not a single key: it also works in fields, and is never turned off. */
function useCtrlK(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      if (document.querySelector('[role=dialog]') === null) open();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function useGoTo(params: Place): void {
  const navigate = useNavigate();
  useKeysAfter('g', {
    w: () => void navigate({ to: '/$appId/$env/webhooks', params }),
    e: () => void navigate({ to: '/$appId/$env/events', params }),
    r: () => void navigate({ to: '/$appId/$env/replays', params }),
    a: () => void navigate({ to: '/$appId/$env/alerts', params }),
    h: () => void navigate({ to: '/$appId/$env/health', params }),
  });
}
