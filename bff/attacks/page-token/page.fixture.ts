import { Value } from 'typebox/value';
import { PageTokenAnswer } from '../../../shared/contract/access/page-token.ts';
import { type Answer, send } from '../world/answers.fixture.ts';
import type { OpenCounter } from '../world/counter.fixture.ts';
import type { World } from '../world/world.fixture.ts';

/** Where pages of the hotel's counters may stand. */
export const desk = 'https://desk.hotel.example';

export const askPageToken = (counter: OpenCounter, origin: string = desk): Promise<Answer> =>
  counter.ask('POST', '/counter/v1/page-tokens', { body: { origin } });

/** A page of a counter's, with the token that the counter's own server got for it. */
export async function openPage({ url }: World, counter: OpenCounter, origin: string = desk) {
  const { pageToken, expiresAt } = Value.Parse(PageTokenAnswer, (await askPageToken(counter, origin)).body);
  return {
    pageToken,
    expiresAt,
    /** What the page, or who stole its token, sends. @param from the origin that the browser names; a program names none */
    send: (method: string, path: string, body?: object, from: string | undefined = desk): Promise<Answer> =>
      send(url + path, {
        method,
        headers: {
          authorization: `Bearer ${pageToken}`,
          ...(from === '' ? {} : { origin: from }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(path === '/counter/v1/sessions' && body !== undefined
            ? { 'idempotency-key': `"${crypto.randomUUID()}"` }
            : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    /** The event stream, as it is answered. */
    listen: (signal?: AbortSignal): Promise<Response> =>
      fetch(`${url}/counter/v1/events`, {
        headers: { authorization: `Bearer ${pageToken}`, origin: desk },
        ...(signal === undefined ? {} : { signal }),
      }),
  };
}

export const checkIn = { scene: 'hotel', purpose: 'check-in' } as const;
