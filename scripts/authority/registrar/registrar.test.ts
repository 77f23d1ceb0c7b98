import { Value } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RegistrarClaims, RegistrationClaims } from '../../../shared/contract/authority/registration.ts';
import { verifyRegistration } from '../../../shared/registration/verify-registration.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  enrol,
  registrant,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { nameSkeleton } from './name-skeleton.ts';

const token = 'registrar-token';
let authority: Authority;
beforeEach(() => {
  authority = startAuthority({ registrarToken: token });
});
afterEach(() => authority.stop());

const forms = {
  registrar: (claims: unknown): claims is RegistrarClaims => Value.Check(RegistrarClaims, claims),
  statement: (claims: unknown): claims is RegistrationClaims => Value.Check(RegistrationClaims, claims),
};
const register = (payload: object, bearer = token) =>
  authority.call({
    method: 'POST',
    url: '/registrar/v1/counters',
    payload,
    headers: { authorization: `Bearer ${bearer}` },
  });

describe("the registrar's desk", () => {
  it('signs who a counter is, under the root, for a limited time', async () => {
    const answer = await register({ ...registrant, place: '新路 2 号' });
    expect(answer.statusCode).toBe(201);
    const root = authority.ports().keys.root();
    const { claims, until } = verifyRegistration(answer.json(), { root, sandbox: true, forms });
    expect(claims).toMatchObject({ ...registrant, place: '新路 2 号' });
    expect(until).toBeGreaterThan(authority.clock.at);
  });

  it('keeps its key through rotations and restarts: what it signed goes on counting', async () => {
    const before = authority.ports().keys.registrar();
    authority.ports().keys.rotate(authority.clock.at);
    await authority.restart();
    expect(authority.ports().keys.registrar()).toEqual(before);
  });

  it('registers what officers open by itself, and with nothing that a counter opens', async () => {
    const mixed = await register({ ...registrant, scenes: ['hotel', 'acceptance'] });
    expect(mixed.json().code).toBe('scenes-invalid');
    const alone = await register({ ...registrant, counterId: 'cnt_point-1', scenes: ['acceptance'] });
    expect(alone.statusCode).toBe(201);
  });

  it('opens to the token of the registrar alone, and that token opens nothing else', async () => {
    expect((await register(registrant, authority.options.apiKey)).json().code).toBe('token-invalid');
    const asked = { method: 'GET', url: '/v1/keys', headers: { authorization: `Bearer ${token}` } } as const;
    expect((await authority.call(asked)).json().code).toBe('token-invalid');
    await authority.restart({ registrarToken: undefined });
    expect((await register(registrant)).json().code).toBe('not-found');
  });

  it.each(['/%72egistrar/v1/counters', '/registrar/v1/%63ounters', '/%72%65gistrar/%761/counters?x=1'])(
    'stays shut to the BFF however its address is spelled: %s',
    async (url) => {
      const answer = await authority.call({ method: 'POST', url, payload: registrant });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'token-invalid']);
    },
  );

  it('reads well-formed UTF-8 alone: nothing is signed that was never written', async () => {
    const payload = Buffer.from(JSON.stringify({ ...registrant, place: '新路 ?' }));
    payload[payload.lastIndexOf('?')] = 0xff;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await authority.call({ method: 'POST', url: '/registrar/v1/counters', payload, headers });
    expect(answer.json().code).toBe('body-not-json');
  });

  it.each([
    ['an unknown field', { ...registrant, admin: true }],
    ['no place', { ...registrant, place: '' }],
    ['a name that is not seen', { ...registrant, rpName: '\u200b\u2060' }],
    ['a name with something unseen in it', { ...registrant, rpName: '测试\u200b酒店' }],
    ['a name that turns the direction of writing', { ...registrant, counterName: '前台\u202e1' }],
    ['a name of two lines', { ...registrant, place: '新路\n已通过' }],
    ['half of a surrogate pair', { ...registrant, place: '新路 \ud800' }],
    ['white space around a name', { ...registrant, rpName: ' 测试酒店' }],
    ['a name of signs alone', { ...registrant, counterName: '...' }],
    ['no scene', { ...registrant, scenes: [] }],
    ['an id of another kind', { ...registrant, counterId: 'rp_hotel' }],
    ['a key that is no thumbprint', { ...registrant, counterKey: 'k' }],
  ])('refuses %s', async (_, payload) => {
    expect((await register(payload)).json().code).toBe('request-invalid');
  });
});

describe('a brand name', () => {
  const names = (payload: object) =>
    authority.call({
      method: 'POST',
      url: '/registrar/v1/names',
      payload,
      headers: { authorization: `Bearer ${token}` },
    });

  it('is registered for one relying party, which may have several, and may be told again', async () => {
    for (const rpName of ['测试酒店二', '测试酒店二', 'Test Inn'])
      expect((await names({ rpId: 'rp_hotel', rpName })).statusCode).toBe(201);
    const url = '/registrar/v1/names';
    const answer = await authority.call({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.json().names).toContainEqual({ rpId: 'rp_hotel', rpName: 'Test Inn' });
  });

  it.each(['测试酒店', '测试 酒店', '测试·酒店'])(
    'of another, or one that is taken for it, is refused: %s',
    async (rpName) => {
      const answer = await names({ rpId: 'rp_other', rpName });
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'name-taken']);
    },
  );

  it('of another relying party is not signed for a counter either', async () => {
    const other = { ...registrant, rpId: 'rp_other', counterId: 'cnt_other-1' };
    expect((await register(other)).json().code).toBe('name-taken');
  });

  it('of its own does not make another relying party’s counter its own', async () => {
    const other = { ...registrant, rpId: 'rp_other', rpName: 'Other Inn' };
    const answer = await register(other);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'id-taken']);
  });

  it.each([
    ['full-width forms', 'ＡＢＣ Inn', 'abc inn'],
    ['Cyrillic letters', 'Наrbоur', 'Harbour'],
    ['Greek capitals', 'ΗΟΤΕΙ', 'hotel'],
    ['figures', 'H0te1', 'Hotel'],
    ['accents', 'Hôtel', 'hotel'],
    ['letters that join', 'Modem', 'Modern'],
    ['strokes', '未来人口', '末来入ロ'],
  ])('has one skeleton with another by %s', (_, one, another) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(another));
  });

  it('differs from one that nobody takes for it', () => {
    for (const [one, another] of [
      ['Harbour Inn 10', 'Harbour Inn 11'],
      ['海港酒店', '海湾酒店'],
      ['City Bank', 'City Park'],
    ])
      expect(nameSkeleton(one ?? '')).not.toBe(nameSkeleton(another ?? ''));
  });
});

describe('a challenge', () => {
  it('names the relying party as the authority has registered it; the BFF cannot say', async () => {
    const body = verifyBody(await enrol(authority));
    expect((await askChallenge(authority, body)).claims.rpName).toBe(registrant.rpName);
    const named = { ...body, rpName: '银行' };
    const answer = await authority.call({ method: 'POST', url: '/v1/challenges', payload: named });
    expect(answer.json().code).toBe('request-invalid');
  });

  it.each([
    ['a counter that is not registered', { counterId: 'cnt_nobody' }],
    ['a counter of another RP', { rpId: 'rp_bank' }],
    ['a scene that the counter is not registered for', { scene: 'parcel' }],
    ['nobody', { rpId: '', counterId: '' }],
  ])('is refused for %s', async (_, change) => {
    const body = verifyBody(await enrol(authority), change);
    await expect(askChallenge(authority, body)).rejects.toThrow('who-asks-unknown');
  });

  it('of an application is for no counter', async () => {
    const body = applyBody({ counterId: registrant.counterId });
    await expect(askChallenge(authority, body)).rejects.toThrow('who-asks-unknown');
  });
});
