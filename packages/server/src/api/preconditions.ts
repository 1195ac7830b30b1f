// ETags of things that people change: the revision of what was read, and which revisions a change expects to find.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/errors.ts';

export function sendEtag(reply: FastifyReply, { revision }: { readonly revision: number }): void {
  reply.header('etag', `"${revision}"`);
}

/** Also weak ones are taken: proxies that compress make them weak, and a revision says all that is to be said. */
const tag = /^(?:W\/)?"(\d{1,9})"$/;

/** The revisions that If-Match names; null when the request has none, or takes any. */
export function expectedRevisions(request: FastifyRequest): readonly number[] | null {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const tags = header.split(',').map((text) => tag.exec(text.trim())?.[1]);
  // A tag that was never ours matches nothing; text that is no tag at all is a mistake worth telling.
  if (!header.includes('"')) {
    throw new Refusal('invalid_field', { path: 'If-Match', reason: 'must be an ETag as it was answered' });
  }
  return tags.filter((text) => text !== undefined).map(Number);
}
