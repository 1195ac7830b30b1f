// The request of one attempt as its dialect makes it: headers and body. Whoever sends it adds the webhook's own headers.
import type { Dialect, Header, RenderContext, RenderedBody } from './dialect.ts';

export interface DialectRequest extends Pick<RenderedBody, 'body' | 'contentAt'> {
  readonly headers: readonly Header[];
}

export function makeRequest(dialect: Dialect, context: RenderContext): DialectRequest {
  const { contentType, body, contentAt } = dialect.render(context);
  const headers: Header[] = [
    ['content-type', contentType],
    ['accept', context.payload.accept],
    ...dialect.prove(context, body),
  ];
  return { headers, body, contentAt };
}
