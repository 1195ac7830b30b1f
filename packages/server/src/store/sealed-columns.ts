// The registry of everything that is sealed under the master key: where it stands, and what each value is bound to. A new
// column of this kind has its entry here, or a rotation of the key would leave it behind; a test holds this to the schema.

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column of the id that a value is bound to. Rows have an `id` in any case. */
  readonly owner: string;
  /** What a value of this owner is bound to. */
  readonly place: (ownerId: string) => string;
}

export const sealedColumns = {
  webhookSecret: {
    table: 'webhook_secrets',
    column: 'sealed',
    owner: 'webhook_id',
    place: (webhookId) => `webhook:${webhookId}`,
  },
  webhookAuth: {
    table: 'webhooks',
    column: 'sealed_auth',
    owner: 'id',
    place: (webhookId) => `webhook auth:${webhookId}`,
  },
  sourceSecret: {
    table: 'sources',
    column: 'sealed_secret',
    owner: 'id',
    place: (sourceId) => `source:${sourceId}`,
  },
  clientSecret: {
    table: 'identity_providers',
    column: 'sealed_client_secret',
    owner: 'id',
    place: (providerId) => `identity-provider:${providerId}`,
  },
  totp: {
    table: 'people',
    column: 'sealed_totp',
    owner: 'id',
    place: (personId) => `person:${personId}:totp`,
  },
} as const satisfies Readonly<Record<string, SealedColumn>>;
