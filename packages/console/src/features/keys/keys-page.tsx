// The API keys of an environment. A key is shown once, when it is made.
import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keysOptions } from '../../api/tenants.ts';
import { May } from '../../parts/may.tsx';
import { ReadersOnly } from '../../parts/readers-only.tsx';
import { usePlace } from '../../place.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { ShownOnce } from '../../ui/once.tsx';
import { Page } from '../../ui/page.tsx';
import { AddKey } from './add-key.tsx';
import { KeyTable } from './key-table.tsx';

export function KeysPage() {
  const { t } = useTranslation();
  return (
    <ReadersOnly access="keys:read" title={t('keys.title')}>
      <Keys />
    </ReadersOnly>
  );
}

function Keys() {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(keysOptions(place));
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const isEmpty = query.data?.data.length === 0;
  const add = (
    <May access="keys:write">
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
        {t('keys.add')}
      </Button>
    </May>
  );
  return (
    <Page title={t('keys.title')} lead={t('keys.lead')} actions={!isEmpty && add}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<IconKey size={40} />}
              title={t('keys.none', { environment: t(`environment.name.${place.env}`) })}
              actions={add}
            >
              {t('keys.noneHint')}
            </Empty>
          ) : (
            <KeyTable keys={data} />
          )
        }
      </Loaded>
      {adding && (
        <AddKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={t('keys.madeTitle', { name: made.name })}
          label={t('keys.key')}
          secret={made.key}
          fileName={`${made.name.replace(/[^\p{L}\p{N}]+/gu, '-')}-key.txt`}
          onDone={() => setMade(null)}
        />
      )}
    </Page>
  );
}
