// What is shown at each address. Pages are loaded when they are first wanted; a page that fails says so by itself.
import { Button, Center } from '@mantine/core';
import { IconError404, IconMoodSad } from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withTexts } from '../i18n/i18n.ts';
import * as routes from '../routes.ts';
import { Empty } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Page } from '../ui/page.tsx';
import { router } from './router.ts';

function Nowhere() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty
        icon={<IconError404 size={40} />}
        title={t('notFound.hint')}
        actions={<ButtonLink to="/">{t('notFound.home')}</ButtonLink>}
      />
    </Page>
  );
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <Center mih="60vh">
      <Empty
        icon={<IconMoodSad size={40} />}
        title={t('crash.title')}
        actions={<Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>}
      >
        {t('crash.hint')}
      </Empty>
    </Center>
  );
}

router.update({ ...router.options, defaultNotFoundComponent: Nowhere, defaultErrorComponent: Crashed });

routes.shellRoute.update({ component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell') });

const webhookForm = () => import('../features/webhooks/form-page.tsx');

routes.signInRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/session/sign-in-page.tsx')),
    'SignInPage',
  ),
});
routes.setUpRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/session/set-up-page.tsx')),
    'SetUpPage',
  ),
});
routes.invitationRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/session/invitation-page.tsx')),
    'InvitationPage',
  ),
});
routes.confirmEmailRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/session/confirm-email-page.tsx')),
    'ConfirmEmailPage',
  ),
});
routes.newPasswordRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/session/new-password-page.tsx')),
    'NewPasswordPage',
  ),
});
routes.forgottenRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/session/forgotten-page.tsx')),
    'ForgottenPage',
  ),
});
routes.accountRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts'], () => import('../features/account/account-page.tsx')),
    'AccountPage',
  ),
});
routes.homeRoute.update({
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});
routes.overviewRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['overview', 'health'], () => import('../features/overview/overview-page.tsx')),
    'OverviewPage',
  ),
});
routes.webhooksRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['health'], () => import('../features/webhooks/list-page.tsx')),
    'WebhooksPage',
  ),
});
routes.newWebhookRoute.update({ component: lazyRouteComponent(webhookForm, 'NewWebhookPage') });
routes.webhookRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['alerts', 'health', 'history'], () => import('../features/webhooks/detail-page.tsx')),
    'WebhookPage',
  ),
});
routes.editWebhookRoute.update({ component: lazyRouteComponent(webhookForm, 'EditWebhookPage') });
routes.inboxesRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['inboxes'], () => import('../features/inboxes/inboxes-page.tsx')),
    'InboxesPage',
  ),
});
routes.inboxRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['inboxes'], () => import('../features/inboxes/inbox-page.tsx')),
    'InboxPage',
  ),
});
routes.historyRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['history'], () => import('../features/history/history-page.tsx')),
    'HistoryPage',
  ),
});
routes.unmatchedRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['history'], () => import('../features/unmatched/unmatched-page.tsx')),
    'UnmatchedPage',
  ),
});
routes.eventRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['history', 'event'], () => import('../features/event/event-page.tsx')),
    'EventPage',
  ),
});
routes.replaysRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['history', 'replays'], () => import('../features/replays/replays-page.tsx')),
    'ReplaysPage',
  ),
});
routes.newReplayRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['history', 'replays'], () => import('../features/replays/new-replay-page.tsx')),
    'NewReplayPage',
  ),
});
routes.replayRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['history', 'replays'], () => import('../features/replays/replay-page.tsx')),
    'ReplayPage',
  ),
});
routes.alertsRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['alerts'], () => import('../features/alerts/alerts-page.tsx')),
    'AlertsPage',
  ),
});
routes.alertRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['alerts'], () => import('../features/alerts/alert-page.tsx')),
    'AlertPage',
  ),
});
routes.healthRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['health', 'history', 'types'], () => import('../features/health/health-page.tsx')),
    'HealthPage',
  ),
});
routes.catalogueRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['catalogue'], () => import('../features/catalogue/catalogue-page.tsx')),
    'CataloguePage',
  ),
});
routes.eventTypeRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['catalogue'], () => import('../features/catalogue/event-type-page.tsx')),
    'EventTypePage',
  ),
});
routes.sourcesRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['setup'], () => import('../features/sources/sources-page.tsx')),
    'SourcesPage',
  ),
});
routes.keysRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['setup'], () => import('../features/keys/keys-page.tsx')),
    'KeysPage',
  ),
});
routes.settingsRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['setup'], () => import('../features/settings/settings-page.tsx')),
    'SettingsPage',
  ),
});
routes.organizationsRoute.update({
  component: lazyRouteComponent(
    () =>
      withTexts(['setup', 'organization'], () => import('../features/organizations/organizations-page.tsx')),
    'OrganizationsPage',
  ),
});
routes.organizationSettingsRoute.update({
  component: lazyRouteComponent(
    () =>
      withTexts(['setup', 'organization'], () => import('../features/organizations/organization-page.tsx')),
    'OrganizationPage',
  ),
});
routes.alertRulesRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['alerts', 'form'], () => import('../features/alert-rules/alert-rules-page.tsx')),
    'AlertRulesPage',
  ),
});
routes.applicationsRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['setup'], () => import('../features/organizations/applications-page.tsx')),
    'ApplicationsPage',
  ),
});
routes.directoryRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['setup'], () => import('../features/directory/directory-page.tsx')),
    'DirectoryPage',
  ),
});
routes.membersRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts', 'organization'], () => import('../features/members/members-page.tsx')),
    'MembersPage',
  ),
});
routes.signOnRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts', 'organization'], () => import('../features/sign-on/sign-on-page.tsx')),
    'SignOnPage',
  ),
});
routes.auditRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['organization'], () => import('../features/audit/audit-page.tsx')),
    'AuditPage',
  ),
});
routes.serverAboutRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['organization'], () => import('../features/server/server-page.tsx')),
    'ServerPage',
  ),
});
routes.serverPeopleRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts', 'organization'], () => import('../features/people/people-page.tsx')),
    'PeoplePage',
  ),
});
routes.serverSignOnRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['accounts', 'organization'], () => import('../features/sign-on/sign-on-page.tsx')),
    'ServerSignOnPage',
  ),
});
routes.serverAuditRoute.update({
  component: lazyRouteComponent(
    () => withTexts(['organization'], () => import('../features/audit/audit-page.tsx')),
    'ServerAuditPage',
  ),
});
