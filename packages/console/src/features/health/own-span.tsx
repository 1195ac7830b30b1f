// The time from one moment to another: what was dragged over in a chart, or is entered here.
import { Button } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSpanWords } from '../../parts/span-words.ts';

const SpanDialog = lazy(() => import('../../parts/span-dialog.tsx'));

interface OwnSpanProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChoose: (span: { readonly from: string; readonly to: string }) => void;
}

export function OwnSpan({ from, to, onChoose }: OwnSpanProps) {
  const { t } = useTranslation();
  const words = useSpanWords();
  const [asked, setAsked] = useState(false);
  const isChosen = from !== undefined && to !== undefined;
  return (
    <>
      <Button
        variant={isChosen ? 'light' : 'default'}
        leftSection={<IconCalendar size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {isChosen ? words(from, to) : `${t('history.custom')}…`}
      </Button>
      <Suspense fallback={null}>
        {asked && (
          <SpanDialog
            from={from}
            to={to}
            isClosed
            onChoose={(span) => {
              setAsked(false);
              if (span.from !== undefined && span.to !== undefined)
                onChoose({ from: span.from, to: span.to });
            }}
            onClose={() => setAsked(false)}
          />
        )}
      </Suspense>
    </>
  );
}
