import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors } from '../../../../../shared/errors.ts';
import { about, codeOf, type TestServer, testServer } from '../../server.fixture.ts';
import { counterApi, holderApi } from '../api.ts';

let world: TestServer;
beforeAll(async () => {
  world = await testServer({ metricsToken: 'metrics-token' });
});
afterAll(async () => {
  await world.server.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(world.url + path, { headers });

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string }[];
  security?: Record<string, string[]>[];
  responses: Record<string, Answer>;
}
interface Answer {
  $ref?: string;
  content?: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Record<string, unknown>>;
    responses: Record<string, Answer>;
    securitySchemes: Record<string, unknown>;
  };
}

describe('the OpenAPI document', () => {
  let text: string;
  let document: Document;
  let operations: [string, Operation][];
  beforeAll(async () => {
    text = await (await get('/openapi.json')).text();
    document = JSON.parse(text);
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation): [string, Operation] => [path, operation]),
    );
  });

  it('is of version 3.1 and has every call once, by its name', () => {
    expect(document.openapi).toBe('3.1.0');
    const names = operations.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.keys(counterApi),
        ...Object.keys(holderApi),
        'token',
        'live',
        'ready',
        'jwks',
      ]),
    );
  });

  it('has no reference that leads nowhere', () => {
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const [, ...steps] = reference.split('/');
      const found = steps.reduce<unknown>(
        (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
        document,
      );
      expect(found, reference).toBeTypeOf('object');
    }
  });

  /** What a phone may ask before it has a token. */
  const beforeLogin = ['login', 'sendLoginCode', 'arrive', 'challengeSecureKey', 'ticket'];
  /** What must not tell which phone it comes from. */
  const fromNobody = ['readReceipt', 'reportMore'];

  it('declares each parameter of each path, and how callers prove who they are', () => {
    for (const [path, { operationId, parameters = [], security = [] }] of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.filter((each) => each.in === 'path').map((each) => each.name)).toEqual(inPath);
      const schemes = security.flatMap((scheme) => Object.keys(scheme));
      const ofPhone = beforeLogin.includes(operationId) ? ['proof'] : ['holder', 'proof'];
      if (path.startsWith('/holder'))
        expect(schemes).toEqual(fromNobody.includes(operationId) ? [] : ofPhone);
      if (path.startsWith('/counter')) expect(schemes).toEqual(operationId === 'messages' ? [] : ['counter']);
      for (const scheme of schemes) expect(document.components.securitySchemes).toHaveProperty(scheme);
    }
  });

  it('documents the problem of every operation, and every code', () => {
    for (const [path, { responses }] of operations) {
      const { $ref = '', content } = responses.default ?? {};
      const shared = document.components.responses[$ref.slice('#/components/responses/'.length)];
      expect(content ?? shared?.content, path).toHaveProperty('application/problem+json');
    }
    expect(Object.keys(document.components.schemas.Problem?.['x-problems'] ?? {})).toEqual(
      Object.keys(errors),
    );
  });

  it('says which bodies stream and which creations need a key', () => {
    const relay = JSON.stringify(document.paths['/holder/v1/sessions/{sessionId}/samples/{kind}']);
    expect(relay).toContain('application/octet-stream');
    expect(JSON.stringify(document.paths['/oauth/token'])).toContain('application/x-www-form-urlencoded');
    const open = document.paths['/counter/v1/sessions']?.post?.parameters ?? [];
    expect(open).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'idempotency-key', required: true }),
    );
  });
});

describe('the public documents', () => {
  it('show the keys of result tokens, for five minutes', async () => {
    const answer = await get('/.well-known/jwks.json');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await answer.json()).toEqual({ keys: [{ kty: 'EC', kid: 'result-1' }] });
  });

  it('tell who stands behind the service, for five minutes', async () => {
    const answer = await get('/about');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    expect(await answer.json()).toEqual(about);
    expect((await fetch(`${world.url}/about`, { method: 'POST' })).status).toBe(405);
  });

  it('show figures to those who have the token', async () => {
    const answer = await get('/metrics', { authorization: 'Bearer metrics-token' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toBe('# figures\n');
    expect(await codeOf(await get('/metrics'))).toBe('token-missing');
    expect(await codeOf(await get('/metrics', { authorization: 'Bearer other' }))).toBe('token-invalid');
  });

  it('tell whether the process is alive, and nothing else', async () => {
    const answer = await get('/health/live');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'up' }]);
  });

  it('tell whether store and authority answer, check by check, and ask them once a second however many ask', async () => {
    const { authority } = world.ports;
    let asked = 0;
    let up = true;
    authority.demandUp = async () => {
      asked++;
      if (!up) throw new Error('no answer');
    };
    const ready = async () => {
      const answer = await get('/health/ready');
      return [answer.status, await answer.json()];
    };
    const found = (status: string, database: string, reached: string) => ({
      status,
      checks: { database, storage: 'up', authority: reached },
    });
    world.clock.now += 1000;
    for (const each of await Promise.all(Array.from({ length: 30 }, ready)))
      expect(each).toEqual([200, found('up', 'up', 'up')]);
    expect(asked).toBe(1);
    up = false;
    expect(await ready()).toEqual([200, found('up', 'up', 'up')]);
    world.clock.now += 1000;
    expect(await ready()).toEqual([503, found('down', 'up', 'down')]);
    expect(asked).toBe(2);
    up = true;
    world.clock.now += 1000;
    expect((await ready())[0]).toBe(200);
    await world.ports.db.close();
    world.clock.now += 1000;
    expect(await ready()).toEqual([503, found('down', 'down', 'up')]);
    expect((await get('/health/live')).status).toBe(200);
  });
});
