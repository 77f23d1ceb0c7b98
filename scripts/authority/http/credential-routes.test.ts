import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { type Authority, enrol, random, startAuthority } from '../authority.fixture.ts';
import { newCredential, setLevel } from '../register/credential-standing.ts';

let authority: Authority;
beforeEach(() => {
  authority = startAuthority();
});
afterEach(() => authority.stop());

const list = async (after?: string) =>
  (
    await authority.call({
      method: 'GET',
      url: `/v1/credentials${after === undefined ? '' : `?after=${after}`}`,
    })
  ).json();

function issue(person: string) {
  const handle = newId('crd', random);
  const { store, now } = authority.ports();
  const about = { ...newCredential, hasVoice: false, face: undefined, voice: undefined, device: undefined };
  store.together(() => store.credentials.issue({ handle, person, level: 'basic', since: now(), ...about }));
  return handle;
}

describe('the list of credentials', () => {
  it('says of each its handle, status, level and time, and nothing else', async () => {
    const handle = await enrol(authority);
    const { credentials, more } = await list();
    expect(credentials).toEqual([{ handle, state: 'active', level: 'basic', since: authority.clock.at }]);
    expect(more).toBe(false);
  });

  it('says when a level is to come, until it has', async () => {
    const handle = issue('anna');
    const { credentials } = authority.ports().store;
    const strictFrom = authority.clock.at + 1000;
    credentials.put({ ...(credentials.find(handle) ?? expect.unreachable()), strictFrom });
    expect((await list()).credentials).toMatchObject([{ level: 'basic', strictFrom }]);
    authority.clock.at = strictFrom;
    const [come] = (await list()).credentials;
    expect([come.level, 'strictFrom' in come]).toEqual(['strict', false]);
  });

  it('goes on with what has changed since, voided by an application or by the BFF', async () => {
    const first = issue('anna');
    const { cursor } = await list();
    expect(await list(cursor)).toEqual({ credentials: [], cursor, more: false });
    const second = issue('anna');
    const after = await list(cursor);
    expect(after.credentials).toMatchObject([
      { handle: first, state: 'void' },
      { handle: second, state: 'active' },
    ]);
    await authority.call({ method: 'POST', url: `/v1/credentials/${second}/void` });
    await authority.call({ method: 'POST', url: `/v1/credentials/${second}/void` });
    expect((await list(after.cursor)).credentials).toMatchObject([{ handle: second, state: 'void' }]);
  });

  it('comes in pages, all of which together are the whole', async () => {
    const all = Array.from({ length: limits.credentialsPerPage + 5 }, (_, n) => issue(`person-${n}`));
    const first = await list();
    expect(first.credentials).toHaveLength(limits.credentialsPerPage);
    expect(first.more).toBe(true);
    const second = await list(first.cursor);
    expect(second.more).toBe(false);
    const seen = [...first.credentials, ...second.credentials].map(({ handle }) => handle);
    expect(seen).toEqual(all);
  });

  it('answers a cursor from beyond its end with its end, so that what comes next is not missed', async () => {
    const { cursor, credentials } = await list('999999');
    expect({ cursor, credentials }).toEqual({ cursor: '0', credentials: [] });
    const handle = issue('anna');
    expect((await list(cursor)).credentials).toMatchObject([{ handle }]);
  });

  it('is whole again after a restart, and of a store that did not keep the order yet', async () => {
    const handle = await enrol(authority);
    await authority.restart();
    expect((await list()).credentials).toMatchObject([{ handle, state: 'active' }]);
  });

  it.each(['after=', 'after=%00', 'page=1'])('refuses ?%s', async (query) => {
    const answer = await authority.call({ method: 'GET', url: `/v1/credentials?${query}` });
    expect(answer.statusCode).toBe(400);
  });
});

describe('the standing of handles', () => {
  it('names those that are live, of void and unknown ones nothing', async () => {
    const [gone, live] = [issue('anna'), issue('anna')];
    const payload = { handles: [gone, live, newId('crd', random)] };
    const answer = await authority.call({ method: 'POST', url: '/v1/credentials/standing', payload });
    expect(answer.json()).toEqual({ live: [live], strict: [] });
    setLevel(authority.ports(), live, 'strict');
    setLevel(authority.ports(), gone, 'strict');
    const again = await authority.call({ method: 'POST', url: '/v1/credentials/standing', payload });
    expect(again.json()).toEqual({ live: [live], strict: [live] });
  });

  it.each([
    { handles: [] },
    { handles: ['x'] },
    { handles: Array.from({ length: limits.credentialsPerPage + 1 }, () => `crd_${'A'.repeat(22)}`) },
  ])('refuses another form', async (payload) => {
    const answer = await authority.call({ method: 'POST', url: '/v1/credentials/standing', payload });
    expect(answer.statusCode).toBe(400);
  });
});
