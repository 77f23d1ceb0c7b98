import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { freePorts } from '../../../scripts/sandbox/free-ports.ts';
import type { About } from '../../../shared/contract/about.ts';
import { clientAssertionType } from '../../../shared/contract/access/client-authentication.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import { buildServer, type ServerOptions } from './build-server.ts';
import { counterApi, holderApi, operatorApi } from './surfaces/api.ts';

export const issuer = 'https://bff.example';

/** What it says of itself. */
export const about: About = {
  operator: { zh: '运营方', en: 'Operator' },
  authority: { zh: '认证方', en: 'Authority' },
  hotline: '021-5555 0100',
  privacyUrl: 'https://bff.example/privacy',
  sandbox: true,
};

/** A real server on a free port, over the ports of the steps' tests; `lines` are its log. */
export async function testServer(
  options: Partial<
    Pick<ServerOptions, 'api' | 'timeouts' | 'h5' | 'pages' | 'sandboxCounters' | 'trustProxy'>
  > & {
    metricsToken?: string;
    /** Where pages may call from, by counter. */
    origins?: Readonly<Record<string, readonly string[]>>;
    /** Its issuer and its address are the one that it listens at, as on a developer's machine. */
    underItsOwnName?: boolean;
    /** Another than its address. */
    issuer?: string;
  } = {},
) {
  const world = await testPorts();
  const [port = 0] = options.underItsOwnName ? await freePorts('127.0.0.1', 1) : [0];
  const publicUrl = options.underItsOwnName ? `http://127.0.0.1:${port}` : issuer;
  const lines: string[] = [];
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  const { registry } = world.ports;
  const { origins = {} } = options;
  const ports: Ports = {
    ...world.ports,
    registry: {
      rp: (id) => registry.rp(id),
      isActive: (id) => registry.isActive(id),
      isOrigin: async (origin) => Object.values(origins).some((each) => each.includes(origin)),
      async counter(id) {
        const counter = await registry.counter(id);
        if (counter === undefined) return undefined;
        const keys = [{ kty: 'EC', crv: 'P-256', x, y, kid: 'k' } as const];
        return { ...counter, keys, origins: origins[id] ?? [] };
      },
    },
    settings: { ...world.ports.settings, publicUrl },
  };
  const accessTokenSecret = ports.random(32);
  const build = () =>
    buildServer({
      ports,
      issuer: options.issuer ?? publicUrl,
      accessTokenSecret,
      api: options.api ?? { counter: counterApi, holder: holderApi, operator: operatorApi },
      about,
      jwks: () => ({ keys: [{ kty: 'EC', kid: 'result-1' }] }),
      metrics: { render: async () => '# figures\n', token: options.metricsToken },
      logger: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
      timeouts: { check: 50, ...options.timeouts },
      h5: options.h5,
      pages: options.pages ?? fileURLToPath(new URL('../../dist/web', import.meta.url)),
      sandboxCounters: options.sandboxCounters,
      trustProxy: options.trustProxy ?? false,
    });
  let server = await build();
  const url = await server.listen({ host: '127.0.0.1', port });

  const assertion = (change: { claims?: object; header?: object; kid?: string } = {}) =>
    new SignJWT({
      iss: hotel.counterId,
      sub: hotel.counterId,
      aud: publicUrl,
      jti: randomUUID(),
      exp: Math.floor(world.clock.now / 1000) + 60,
      ...change.claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: change.kid ?? 'k', ...change.header })
      .sign(pair.privateKey);
  const askToken = async (text?: string, form: Record<string, string> = {}) =>
    fetch(`${url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: clientAssertionType,
        client_assertion: text ?? (await assertion()),
        ...form,
      }),
    });
  const counterToken = async (): Promise<string> => {
    const answer: unknown = await (await askToken()).json();
    return textIn(answer, 'access_token');
  };

  const counterKey = pair.privateKey.export({ format: 'jwk' });
  return {
    ...{ ...world, ports, url, lines, counterKey, assertion, askToken, counterToken },
    get server() {
      return server;
    },
    /** Stops the server and, after `meanwhile`, starts another one in its place. */
    async restart(meanwhile: () => Promise<void>) {
      await server.close();
      await meanwhile();
      server = await build();
      await server.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof testServer>>;

/** A phone with a device key of its own, which remembers its token and the server's last nonce. */
export function testPhone({ url, ports, clock }: TestServer) {
  const key = makeDeviceKey(ports.random);
  const phone = {
    key,
    thumbprint: thumbprint(key.publicJwk),
    token: '',
    nonce: '',
    proof(method: string, path: string, change: Partial<Parameters<typeof makeDpopProof>[0]> = {}): string {
      const bound = phone.token === '' ? {} : { accessToken: phone.token };
      const nonce = phone.nonce === '' ? {} : { nonce: phone.nonce };
      return makeDpopProof({
        key,
        method,
        url: issuer + path,
        now: clock.now,
        random: ports.random,
        ...bound,
        ...nonce,
        ...change,
      });
    },
    headers(method: string, path: string): Record<string, string> {
      return { authorization: `DPoP ${phone.token}`, dpop: phone.proof(method, path) };
    },
    async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const answer = await fetch(url + path, {
        method,
        headers: {
          ...phone.headers(method, path),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      phone.nonce = answer.headers.get('dpop-nonce') ?? phone.nonce;
      return answer;
    },
    async login(code: string) {
      phone.token = '';
      const answer = await fetch(`${url}/holder/v1/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', dpop: phone.proof('POST', '/holder/v1/login') },
        body: JSON.stringify({ platform: 'wechat', code }),
      });
      phone.nonce = answer.headers.get('dpop-nonce') ?? '';
      const said: unknown = await answer.clone().json();
      if (answer.ok) phone.token = textIn(said, 'accessToken');
      return answer;
    },
  };
  return phone;
}

/** Sends bytes as they are and answers all that comes back until the connection ends. */
export function sendRaw(url: string, ...parts: (string | Buffer | number)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
    socket.on('close', () => resolve(answer));
    socket.on('end', () => socket.end());
    void (async () => {
      for (const part of parts) {
        if (typeof part === 'number') await new Promise((later) => setTimeout(later, part));
        else if (socket.writable) socket.write(part);
      }
    })();
  });
}

/** A text member of a JSON answer. */
function textIn(value: unknown, name: string): string {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof member !== 'string') throw new TypeError(`no ${name} in ${JSON.stringify(value)}`);
  return member;
}

/** The stable code of a problem answer. */
export async function codeOf(answer: Response): Promise<string> {
  const said: unknown = await answer.json();
  return textIn(said, 'code');
}
