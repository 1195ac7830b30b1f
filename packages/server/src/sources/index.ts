// All platforms that Signpost can receive from. Adding one is adding it here.
import { documenso } from './documenso.ts';
import type { Source } from './source.ts';

export const sources: readonly Source[] = [documenso];

/** By the name that the API and the inbound URL use, for example `documenso`. */
export function findSource(platform: string): Source | undefined {
  return sources.find((source) => source.platform === platform);
}
