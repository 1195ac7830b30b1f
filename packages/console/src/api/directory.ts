// The directory of an organization. Its four kinds have the same routes; what differs is the body.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { BusinessUnit, NamedEntry, Template } from './types.ts';

export const directoryKinds = ['departments', 'source-systems', 'business-units', 'templates'] as const;
export type DirectoryKind = (typeof directoryKinds)[number];

/** An entry of any kind: what the kind does not have is absent. */
export type DirectoryEntry = NamedEntry &
  Partial<Pick<BusinessUnit, 'companies'>> &
  Partial<Pick<Template, 'webhooks'>>;

export interface DirectoryInput {
  readonly name?: string;
  readonly companies?: readonly {
    readonly name: string;
    readonly fields?: Readonly<Record<string, string>>;
  }[];
  readonly webhooks?: readonly string[];
}

const base = '/api/v1/organizations/{orgId}';
/** The kinds' types are alike but not the same to the compiler, so one of them stands for all. */
const list = (kind: DirectoryKind) => `${base}/${kind}` as `${typeof base}/business-units`;
const one = (kind: DirectoryKind) => `${base}/${kind}/{id}` as `${typeof base}/business-units/{id}`;

const pageItems = 200;
const entriesMax = 2000;

async function readAll(orgId: string, kind: DirectoryKind): Promise<readonly DirectoryEntry[]> {
  const entries: DirectoryEntry[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = {
      limit: pageItems,
      ...(cursor !== null && { cursor }),
    };
    const page = await answered(http.GET(list(kind), { params: { path: { orgId }, query } }));
    entries.push(...(page.data as DirectoryEntry[]));
    cursor = page.nextCursor;
  } while (cursor !== null && entries.length < entriesMax);
  return entries;
}

export const directoryOptions = (orgId: string, kind: DirectoryKind) =>
  queryOptions({ queryKey: ['directory', orgId, kind], queryFn: () => readAll(orgId, kind) });

export const createEntry = (orgId: string, kind: DirectoryKind, body: DirectoryInput) =>
  answered(http.POST(list(kind), { params: { path: { orgId } }, body: body as never }));

export const changeEntry = (orgId: string, kind: DirectoryKind, id: string, body: DirectoryInput) =>
  answered(http.PATCH(one(kind), { params: { path: { orgId, id } }, body: body as never }));

/** Makes these templates, and no others, fire a webhook that fires only when told. */
export async function coupleTemplates(
  orgId: string,
  webhookId: string,
  templateIds: readonly string[],
): Promise<void> {
  for (const { id, webhooks = [] } of await readAll(orgId, 'templates')) {
    const isWanted = templateIds.includes(id);
    if (webhooks.includes(webhookId) === isWanted) continue;
    const others = webhooks.filter((other) => other !== webhookId);
    await changeEntry(orgId, 'templates', id, { webhooks: isWanted ? [...others, webhookId] : others });
  }
}

export const deleteEntry = (orgId: string, kind: DirectoryKind, id: string) =>
  answered(http.DELETE(one(kind), { params: { path: { orgId, id } } }));
