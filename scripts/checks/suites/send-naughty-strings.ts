import { type TestServer, testPhone, testServer } from '../../../bff/src/http/server.fixture.ts';
import type { Tally } from './suite.ts';

/**
 * Puts each string wherever the BFF takes a text: fields of bodies, addresses, queries, headers, forms, scanned codes. Right is a 4xx that
 * is a problem and does not repeat what was sent.
 */
export async function sendNaughtyStrings(strings: readonly string[]): Promise<Tally> {
  const world = await testServer();
  const wrong: string[] = [];
  let cases = 0;
  try {
    const phone = testPhone(world);
    await phone.login('naughty');
    let token = '';
    for (const [index, text] of strings.entries()) {
      world.clock.now += 20_000;
      if (index % 20 === 0) {
        token = await world.counterToken();
        await phone.login('naughty');
      }
      for (const [place, ask] of Object.entries(places(world, phone, token, text))) {
        cases++;
        const why = await faultOf(await ask(), text);
        if (why !== undefined) wrong.push(`${place} ${JSON.stringify(text.slice(0, 40))}: ${why}`);
      }
    }
    if (world.lines.some((line) => line.includes('"level":50'))) wrong.push('a fault was logged');
  } finally {
    await world.server.close();
    await world.ports.db.close();
  }
  return { cases, wrong };
}

type Ask = () => Promise<Response>;

function places(
  { url }: TestServer,
  phone: ReturnType<typeof testPhone>,
  token: string,
  text: string,
): Record<string, Ask> {
  const authorization = `Bearer ${token}`;
  const json = { authorization, 'content-type': 'application/json' };
  const open = (body: object, key: string = crypto.randomUUID()) =>
    fetch(`${url}/counter/v1/sessions`, {
      method: 'POST',
      headers: { ...json, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const asPath = encodeURIComponent(text.toWellFormed());
  const asHeader = encodeURIComponent(text.toWellFormed()).slice(0, 500);
  return {
    field: () => open({ scene: 'hotel', purpose: text }),
    name: () => open({ scene: 'hotel', purpose: 'check-in', [text === 'scene' ? 'x' : text]: 1 }),
    address: () => fetch(`${url}/counter/v1/sessions/x${asPath}`, { headers: { authorization } }),
    query: () =>
      fetch(`${url}/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?x${asPath}=${asPath}`, {
        headers: { authorization },
      }),
    header: () => open({ scene: 'hotel', purpose: 'check-in' }, `%${asHeader}`),
    token: () => fetch(`${url}/counter/v1/events`, { headers: { authorization: `Bearer ${asHeader}` } }),
    form: () =>
      fetch(`${url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: text, client_assertion: text }),
      }),
    code: () => phone.send('POST', '/holder/v1/sessions/claim', { code: text }),
  };
}

/** Why an answer is wrong, if it is. */
async function faultOf(answer: Response, sent: string): Promise<string | undefined> {
  const said = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status < 400 || answer.status >= 500) return String(answer.status);
  if (!type.startsWith('application/problem+json')) return type;
  return sent.length > 8 && said.includes(sent) ? 'repeats what was sent' : undefined;
}
