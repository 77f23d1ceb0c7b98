import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callJson } from '../../stand-ins/call-json.ts';
import { pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol, playCheck } from '../../stand-ins/phone/play-journey.ts';
import { identityOf, readPerson } from '../../stand-ins/phone/read-people.ts';
import { anySamples } from '../../stand-ins/phone/stand-in-platform.ts';
import { openIdOf } from '../../stand-ins/platforms/accounts.ts';
import { databaseOf } from '../races/look-into-database.ts';
import { openWorld, type World } from '../races/world.fixture.ts';
import { type Canary, formsOf } from './canary.ts';
import { readMemory, showsMemory } from './read-memory.ts';
import { type Hit, search } from './search.ts';

const StableToken = Type.Object({ access_token: Type.String() });

/** Where WeChat takes the face, the authority gives these to WeChat; the BFF, between both, must not have them anywhere. */
let identity: Canary[];
/** These pass through the BFF, and must not stay. */
let lent: Canary[];
let control: Canary[];
const printed: string[] = [];
let world: World;

beforeAll(async () => {
  world = await openWorld({
    faceVerifier: 'platform',
    logLevel: 'trace',
    log: (who, line) => void (who === 'bff' && printed.push(line)),
  });
  const { running, counter } = world;
  const person = await readPerson(fileURLToPath(new URL('../../people', import.meta.url)), 'p01');
  identity = [
    { name: 'the name', text: person.name },
    { name: 'the ID number', text: person.idNumber },
  ];
  const { holder, platform } = await pickUpPhone(running, 'account', { samples: anySamples });
  const consent = { face: true, voice: false };
  await enrol(holder, { identity: identityOf(person) }, { consent });
  const { session, code } = await counter.openSession('hotel', 'check-in');
  const { state } = await playCheck(holder, code(), { consent });
  expect([state, platform.captures]).toEqual(['passed', 0]);
  const { appId, secret } = running.sandbox.wechat;
  const url = `${running.platformUrl}/cgi-bin/stable_token`;
  const body = { grant_type: 'client_credential', appid: appId, secret };
  const { access_token: accessToken } = await callJson({ url, body }, StableToken);
  lent = [
    { name: 'the openid', text: openIdOf(appId, 'account') },
    { name: 'the access token', text: accessToken },
  ];
  control = [{ name: 'the session id', text: session.sessionId }];
});
afterAll(() => world.close());

it('a run by WeChat leaves neither name nor number in the memory of the BFF, not even as garbage', ({
  skip,
}) => {
  const { pid } = world.running.bff;
  skip(!showsMemory(pid), "this system does not show a process's memory to its parent");
  const forms = [...identity, ...control].flatMap(formsOf);
  const hits: Hit[] = [];
  for (const { place, bytes } of readMemory(pid)) hits.push(...search(place, bytes, forms));
  const controls = hits.filter(({ canary }) => canary === 'the session id');
  expect(hits.filter((hit) => !controls.includes(hit))).toEqual([]);
  expect(controls.length, 'the control is found').toBeGreaterThan(0);
});

it('it leaves name, number, openid and access token in no file and no log', () => {
  const file = databaseOf(world.running.sandbox);
  const files = ['', '-wal', '-shm'].map((end) => file + end).filter((path) => existsSync(path));
  const log = Buffer.from(printed.join('\n'));
  const places = [...files.map((path) => ({ path, bytes: readFileSync(path) })), { path: 'log', bytes: log }];
  const found = (canaries: Canary[]) =>
    places.flatMap(({ path, bytes }) => search(path, bytes, canaries.flatMap(formsOf)));
  expect(found([...identity, ...lent])).toEqual([]);
  expect(found(control).length, 'the control is found').toBeGreaterThan(0);
  const route = formsOf({ name: 'a route', text: '/holder/v1/sessions/:sessionId/platform-face' });
  expect(search('log', log, route).length, 'the control is found').toBeGreaterThan(0);
});

it('the authority keeps neither openid nor access token, and no name or number either', () => {
  const { folder, authority } = world.running.sandbox;
  const file = join(folder, authority.folder, 'authority.db');
  const files = ['', '-wal'].map((end) => file + end).filter((path) => existsSync(path));
  const found = (canaries: Canary[]) =>
    files.flatMap((path) => search(path, readFileSync(path), canaries.flatMap(formsOf)));
  expect(found([...identity, ...lent])).toEqual([]);
  expect(found(control).length, 'the control is found').toBeGreaterThan(0);
});
