// One request and its answer, exactly as they went over the wire: side by side where there is room.
import { SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../api/types.ts';
import { toCurl } from '../lib/curl.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { CopyButton } from '../ui/copy.tsx';
import { Mono } from '../ui/mono.tsx';
import classes from './exchange.module.css';

interface ExchangeProps {
  readonly request: Attempt['request'];
  readonly response: Attempt['response'];
  readonly error: Attempt['error'];
  /** Of the files that bodies are saved as. */
  readonly name: string;
  /** Of what it is, where the page shows another one too. */
  readonly of?: string;
}

export function Exchange({ request, response, error, name, of }: ExchangeProps) {
  const { t } = useTranslation();
  const labelled = (label: string) => (of === undefined ? label : `${label}: ${of}`);
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Stack gap="sm" miw={0} component="section" aria-label={labelled(t('exchange.request'))}>
        <div className={classes['head']}>
          <Title order={3} fz="md">
            {t('exchange.request')}
          </Title>
          <CopyButton value={() => toCurl(request)} label={t('exchange.copyCurl')} />
        </div>
        <Mono>{`${request.method} ${request.url}`}</Mono>
        <Headers caption={t('exchange.requestHeaders')} headers={request.headers} />
        <Body label={t('exchange.body')} name={`${name}-request`} {...request} />
      </Stack>
      <Stack gap="sm" miw={0} component="section" aria-label={labelled(t('exchange.response'))}>
        <Title order={3} fz="md">
          {t('exchange.response')}
        </Title>
        {response === null ? (
          <Text size="sm">
            {error === null ? t('exchange.noResponse') : <bdi>{`${error.message} (${error.kind})`}</bdi>}
          </Text>
        ) : (
          <>
            <Mono>{`HTTP ${response.status}`}</Mono>
            <Headers caption={t('exchange.responseHeaders')} headers={response.headers} />
            <Body label={t('exchange.body')} name={`${name}-response`} {...response} />
            {response.bodyTruncated && <Text size="sm">{t('exchange.truncated')}</Text>}
            {error && (
              <Text size="sm">
                <bdi>{error.message}</bdi>
              </Text>
            )}
          </>
        )}
      </Stack>
    </SimpleGrid>
  );
}

interface BodyProps {
  readonly label: string;
  readonly name: string;
  readonly body: string;
  readonly bodyEncoding: 'utf8' | 'base64';
}

export function Body({ label, name, body, bodyEncoding }: BodyProps) {
  const { t } = useTranslation();
  return (
    <CodeBlock
      label={bodyEncoding === 'base64' ? t('exchange.base64') : label}
      text={body}
      canLayOut={bodyEncoding === 'utf8'}
      fileName={`${name}.${bodyEncoding === 'base64' ? 'base64' : 'txt'}`}
    />
  );
}

export function Headers({
  caption,
  headers,
}: {
  readonly caption: string;
  readonly headers: readonly (readonly string[])[];
}) {
  const { t } = useTranslation();
  if (headers.length === 0) return <Text size="sm">{t('exchange.noHeaders')}</Text>;
  return (
    <div className={classes['headers']}>
      <Table aria-label={caption} verticalSpacing={4} withTableBorder fz="sm" layout="fixed">
        <Table.Tbody dir="ltr">
          {headers.map(([header = '', value = ''], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and their order is what was sent
            <Table.Tr key={index}>
              <Table.Th scope="row" w="38%" className={classes['name']}>
                {header}
              </Table.Th>
              <Table.Td className={classes['value']}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
