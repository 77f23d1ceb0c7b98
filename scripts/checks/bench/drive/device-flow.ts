import { randomUUID } from 'node:crypto';
import type { Pool } from 'undici';
import type { SigningKey } from '../../../stand-ins/authority/stand-in-authority.ts';
import { type Answer, type Sending, send, textMember } from './send.ts';

const grant = 'urn:ietf:params:oauth:grant-type:device_code';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/**
 * `direct`: the person confirms, logs in and consents in one bare step, and the device polls once, when all is done.
 * `pages`: the same with the pages that oidc-provider brings. `polling`: and the device polls meanwhile, as RFC 8628 has it.
 */
export type DeviceFlow = 'direct' | 'pages' | 'polling';

/** An assumption: a person takes about 20 s, and a device asks every 5 s (RFC 8628 section 3.2), so the fourth answer brings the tokens. */
const unsuccessfulPolls = 3;

/**
 * One whole device flow: the device asks for a code, a person enters it in a fresh browser, logs in and consents, the device
 * polls once and gets its tokens.
 */
export async function deviceFlow(
  pool: Pool,
  { issuer, client, flow }: { issuer: string; client: SigningKey; flow: DeviceFlow },
): Promise<void> {
  const started = await send(
    pool,
    {
      method: 'POST',
      path: '/device/auth',
      headers: form,
      body: encode({ scope: 'openid', ...assertion(issuer, client) }),
    },
    200,
  );
  const device_code = textMember(started.text, 'device_code');
  const poll = (status: number) => {
    const body = encode({ grant_type: grant, device_code, ...assertion(issuer, client) });
    return send(pool, { method: 'POST', path: '/token', headers: form, body }, status);
  };
  if (flow === 'polling') for (let count = 0; count < unsuccessfulPolls; count++) await poll(400);
  await approve(pool, textMember(started.text, 'user_code'), flow);
  textMember((await poll(200)).text, 'id_token');
}

/** What the person's browser does: it follows redirects, keeps cookies and fills in the forms that it is shown. */
async function approve(pool: Pool, userCode: string, flow: DeviceFlow): Promise<void> {
  const cookies = new Map<string, string>();
  const visit = async (sending: Sending): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...sending.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await send(pool, { ...sending, headers }, 200, 303);
    keepCookies(cookies, answer);
    const { location } = answer.headers;
    return typeof location === 'string' ? visit({ method: 'GET', path: pathOf(location) }) : answer;
  };

  const page = await visit({ method: 'GET', path: '/device' });
  const entered = { xsrf: /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '', user_code: userCode };
  const confirm = {
    method: 'POST',
    path: '/device',
    headers: form,
    body: encode({ ...entered, confirm: 'yes' }),
  } as const;
  if (flow === 'direct') {
    await visit(confirm);
    return;
  }
  await visit({ ...confirm, body: encode(entered) });
  const login = actionIn(await visit(confirm));
  const logIn = { prompt: 'login', login: 'citizen', password: 'any' };
  const consent = actionIn(await visit({ method: 'POST', path: login, headers: form, body: encode(logIn) }));
  await visit({ method: 'POST', path: consent, headers: form, body: encode({ prompt: 'consent' }) });
}

function actionIn({ text }: Answer): string {
  const action = /action="([^"]*\/interaction\/[^"]+)"/.exec(text)?.[1];
  if (action === undefined) throw new Error('a page without the form of an interaction');
  return pathOf(action);
}

function keepCookies(cookies: Map<string, string>, { headers }: Answer): void {
  for (const line of [headers['set-cookie'] ?? []].flat()) {
    const [pair = ''] = line.split(';');
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}

function assertion(issuer: string, client: SigningKey) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: 'counter', sub: 'counter', aud: issuer, jti: randomUUID(), iat, exp: iat + 60 };
  return {
    client_id: 'counter',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: client.sign({ typ: 'JWT', kid: 'client' }, claims),
  };
}

function encode(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

function pathOf(location: string): string {
  const { pathname, search } = new URL(location, 'http://peer');
  return pathname + search;
}
