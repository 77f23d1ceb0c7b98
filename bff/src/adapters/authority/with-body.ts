import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

/**
 * undici destroys a stream that it could not send to the end; iterated, the phone's request stays answerable.
 * It takes async iterables, though its types do not say so.
 */
export function withBody(
  request: Dispatcher.RequestOptions,
  content: string | Readable,
): Dispatcher.RequestOptions {
  if (typeof content === 'string') return { ...request, body: content };
  return Object.assign(request, { body: content.iterator({ destroyOnReturn: false }) });
}
