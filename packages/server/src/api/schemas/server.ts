// The server, as the API shows it to its operator.
import { Type } from 'typebox';
import { nullable } from './common.ts';

export const Server = Type.Object({
  version: Type.String(),
  publicUrl: Type.String({
    description: 'Where others reach it, by `SIGNPOST_PUBLIC_URL`; else where it listens.',
  }),
  mailConfigured: Type.Boolean({ description: 'Whether it can send mails (`SMTP_URL`).' }),
  retentionDays: Type.Unsafe<number | null>({
    ...nullable(Type.Integer()),
    description: 'How long history is kept (`SIGNPOST_RETENTION_DAYS`); null: for good.',
  }),
  workers: Type.Integer({ description: 'Processes that share its work.' }),
  workersAlive: Type.Integer({
    description: 'Processes of all servers on this database that were heard of in the last seconds.',
  }),
  embeddedDatabase: Type.Boolean({ description: 'Whether PostgreSQL is the one that comes along.' }),
});
