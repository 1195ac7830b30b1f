// Signing in with a key. The key is checked by asking for something that it must be able to read.
import { Button, Center, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { credential } from '../../api/credential.ts';
import { homeOptions } from '../../api/home.ts';
import { webhooksOptions } from '../../api/webhooks.ts';
import { signInRoute } from '../../routes.ts';
import { Brand } from '../../ui/brand.tsx';
import { LanguageMenu, SchemeMenu } from '../../ui/preferences.tsx';
import { Problem } from '../../ui/problem.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { next, ended } = signInRoute.useSearch();
  const queryClient = useQueryClient();
  const form = useForm({ mode: 'uncontrolled', initialValues: { key: '' } });
  useEffect(() => {
    document.title = `${t('session.title')} · Signpost`;
  }, [t]);
  const signIn = useMutation({
    mutationFn: async (key: string) => {
      credential.set(key.trim());
      try {
        queryClient.clear();
        const home = await queryClient.fetchQuery(homeOptions());
        if (home.only !== null) await queryClient.fetchQuery(webhooksOptions(home.only));
      } catch (error) {
        credential.clear();
        throw error;
      }
    },
    onSuccess: () => router.history.push(next ?? '/'),
  });
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Group justify="space-between">
          <Brand always />
          <Group gap={4}>
            <LanguageMenu />
            <SchemeMenu />
          </Group>
        </Group>
        <Paper withBorder p="lg" bg="var(--signpost-surface)">
          <form onSubmit={form.onSubmit(({ key }) => signIn.mutate(key))}>
            <Stack>
              <Title order={1} fz="xl">
                {t('session.title')}
              </Title>
              {ended && !signIn.error && <Text role="status">{t('session.ended')}</Text>}
              <PasswordInput
                label={t('session.key')}
                description={t('session.keyHint')}
                autoComplete="off"
                autoFocus
                required
                withAsterisk={false}
                visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
                key={form.key('key')}
                {...form.getInputProps('key')}
              />
              {signIn.error && <Problem error={signIn.error} urgent />}
              <Button type="submit" loading={signIn.isPending}>
                {t('session.signIn')}
              </Button>
            </Stack>
          </form>
        </Paper>
      </Stack>
    </Center>
  );
}
