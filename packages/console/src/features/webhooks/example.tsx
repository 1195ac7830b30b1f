// A request as an example, with the answers that a receiver would give.
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookExample } from '../../api/types.ts';
import { toCurl } from '../../lib/curl.ts';
import { CodeBlock } from '../../ui/code-block.tsx';

export function Example({ example }: { readonly example: WebhookExample }) {
  const { t } = useTranslation();
  const { request, responses } = example;
  const lines = (headers: readonly (readonly string[])[]) =>
    headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const answer = (response: typeof responses.success) =>
    response === null
      ? t('exchange.noResponse')
      : `HTTP ${response.status}\n${lines(response.headers)}\n\n${response.body}`;
  return (
    <Tabs defaultValue="body" keepMounted={false}>
      <Tabs.List aria-label={t('preview.title')}>
        <Tabs.Tab value="body">{t('preview.body')}</Tabs.Tab>
        <Tabs.Tab value="headers">{t('preview.headers')}</Tabs.Tab>
        <Tabs.Tab value="success">{t('preview.success')}</Tabs.Tab>
        <Tabs.Tab value="error">{t('preview.error')}</Tabs.Tab>
        <Tabs.Tab value="curl">cURL</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="body" pt="sm">
        <CodeBlock label={example.type} text={request.body} canLayOut />
      </Tabs.Panel>
      <Tabs.Panel value="headers" pt="sm">
        <CodeBlock label={t('preview.headers')} text={lines(request.headers)} />
      </Tabs.Panel>
      <Tabs.Panel value="success" pt="sm">
        <CodeBlock label={t('preview.success')} text={answer(responses.success)} />
      </Tabs.Panel>
      <Tabs.Panel value="error" pt="sm">
        <CodeBlock label={t('preview.error')} text={answer(responses.error)} />
      </Tabs.Panel>
      <Tabs.Panel value="curl" pt="sm">
        <CodeBlock label="cURL" text={toCurl(request)} />
      </Tabs.Panel>
    </Tabs>
  );
}
