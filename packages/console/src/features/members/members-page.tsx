// Who belongs to an organization with which role, and who is invited.
import { Button, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Handed, LinkDialog } from '../../parts/link-dialog.tsx';
import { May } from '../../parts/may.tsx';
import { ReadersOnly } from '../../parts/readers-only.tsx';
import { organizationRoute } from '../../routes.ts';
import { Page } from '../../ui/page.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberTable } from './member-table.tsx';

export function MembersPage() {
  const { t } = useTranslation();
  const { orgId } = organizationRoute.useParams();
  const [inviting, setInviting] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  const add = (
    <May access="members:write">
      <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
        {t('members.invite')}
      </Button>
    </May>
  );
  return (
    <ReadersOnly access="members:read" title={t('members.title')}>
      <Page title={t('members.title')} lead={t('members.lead')} actions={add}>
        <Stack gap="xl">
          <MemberTable orgId={orgId} onHanded={setHanded} />
          <Invitations orgId={orgId} onHanded={setHanded} />
        </Stack>
        {inviting && <InviteDialog orgId={orgId} onClose={() => setInviting(false)} onHanded={setHanded} />}
        {handed && <LinkDialog handed={handed} onDone={() => setHanded(null)} />}
      </Page>
    </ReadersOnly>
  );
}
