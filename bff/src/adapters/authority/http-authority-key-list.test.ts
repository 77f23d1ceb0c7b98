import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import {
  answerJson,
  codeOf,
  keyList,
  openAdapter,
  registrationOf,
  serve,
  sign,
  testTime,
} from './played-authority.fixture.ts';

let server: Awaited<ReturnType<typeof serve>>;
let authority: ReturnType<typeof openAdapter>;
let time = testTime;

beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  await authority.close();
  await server.close();
});
beforeEach(async () => {
  await authority?.close();
  time = testTime;
  authority = openAdapter(`${server.url}/authority/`, { now: () => time });
});

/** The authority publishes that key list. */
const publishes = (published: string) =>
  server.handle((_, response) => answerJson(response, 200, { keyList: published }));

describe('the key list that comes with a question', () => {
  it('is the newest that was heard where the authority does not answer now, until it runs out', async () => {
    server.handle((_, response) => response.destroy());
    expect(await codeOf(authority.knownKeyList())).toBe('authority-unavailable');
    const list = keyList();
    publishes(list);
    expect(await authority.knownKeyList()).toBe(list);
    server.handle((_, response) => response.destroy());
    time += 60_000;
    expect(await authority.knownKeyList()).toBe(list);
    expect(await codeOf(authority.readKeyList())).toBe('authority-unavailable');
    time = testTime + 3_700_000;
    expect(await codeOf(authority.knownKeyList())).toBe('authority-unavailable');
  });

  it('names the registrar of a statement until it is struck', async () => {
    const statement = sign('lz-registration+jwt', registrationOf());
    const registration = { registrar: 'a.b.c', statement };
    publishes(keyList());
    expect(await authority.registrarStands(registration)).toBe(true);
    publishes(keyList({ version: 2, registrars: [] }));
    time += limits.keyListFresh;
    expect(await authority.registrarStands(registration)).toBe(false);
  });
});
