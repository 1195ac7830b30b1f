// Which verification tokens were used. A token proves itself, so only its use is kept, and only as long as it could be
// shown again.
import { hashSecret } from '../domain/api-key.ts';
import type { Database, Statement } from './database.ts';

export interface UsedTokenStore {
  /** True for the one who uses the token first. Nothing is locked that a delivery needs. */
  use(environmentId: number, tokenId: string, now: Date): Promise<boolean>;
}

/** Longer than any token is valid. */
const keptDays = 7;

const useToken: Statement = {
  name: 'token_use',
  text: `
WITH forgotten AS (
  -- A few old ones with each new one, so that there are never many.
  DELETE FROM used_tokens WHERE (environment_id, token_hash) IN (
    SELECT environment_id, token_hash FROM used_tokens WHERE used_at < $3::timestamptz - interval '${keptDays} days'
    ORDER BY used_at LIMIT 10 FOR UPDATE SKIP LOCKED)
)
INSERT INTO used_tokens (environment_id, token_hash, used_at) VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING RETURNING true AS used`,
};

export function createUsedTokenStore(database: Database): UsedTokenStore {
  return {
    use: async (environmentId, tokenId, now) => {
      const rows = await database.query(useToken, [environmentId, hashSecret(tokenId), now]);
      return rows.length > 0;
    },
  };
}
