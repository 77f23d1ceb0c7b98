import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  citizen,
  readVerdict,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
import type { Finding } from '../ports/engines.ts';

const minute = 60_000;
const [unknownNumber, otherNumber, thirdNumber] = [
  '990001199001010013',
  '990001199001010056',
  '990001199001010099',
];
const phone = (name: string) => name.padEnd(43, '0');
const typed = (changes: Partial<typeof citizen>) => ({ identity: packIdentity({ ...citizen, ...changes }) });

let authority: Authority;
let compared: number;
let found: Finding[];
beforeEach(() => {
  authority = startAuthority();
  compared = 0;
  found = ['other-face'];
  const { face } = authority.ports().engines;
  const decide = face.decide;
  face.decide = async (sample) => {
    compared += sample.references.length;
    const decided = await decide(sample);
    return { ...decided, findings: found, digests: [] };
  };
});
afterEach(() => authority.stop());

const applyAs = (changes: Partial<typeof citizen>, applicant: string, attempts = 1) =>
  attempt(authority, applyBody({ applicant: phone(applicant), attempt: attempts }), typed(changes));

describe("an application with a stranger's face", () => {
  const guesses = [
    ['the right name', {}],
    ['a wrong name', { name: '张三' }],
    ['a number that the register does not know', { idNumber: unknownNumber }],
  ] as const;

  it.each(guesses)('is answered in one way: %s', async (_what, changes) => {
    const { outcome, hints, level, credential } = await applyAs(changes, 'impostor');
    expect({ outcome, hints, level, credential }).toEqual({
      outcome: 'retry',
      hints: ['identity-not-matched'],
      level: 'basic',
      credential: undefined,
    });
  });

  it.each(guesses)(
    'costs one comparison of faces, whoever there is to compare with: %s',
    async (_what, changes) => {
      await applyAs(changes, 'impostor');
      expect(compared).toBe(1);
    },
  );

  it.each(guesses)('says of the capture what it says to everybody: %s', async (_what, changes) => {
    found = ['face-too-dark', 'other-face'];
    const { outcome, hints } = await applyAs(changes, 'impostor');
    expect({ outcome, hints }).toEqual({ outcome: 'retry', hints: ['too-dark'] });
  });

  it.each(guesses)('fails with the last attempt: %s', async (_what, changes) => {
    expect((await applyAs(changes, 'impostor', limits.attemptsPerSession)).outcome).toBe('fail');
  });
});

describe('a photo of the register that another engine has read', () => {
  const bring = (applicant: string, changes: Partial<typeof citizen> = {}) =>
    attempt(authority, applyBody({ applicant: phone(applicant), idPhoto: true }), {
      ...typed({ idNumber: unknownNumber, ...changes }),
    });
  beforeEach(async () => {
    found = [];
    expect((await bring('citizen')).outcome).toBe('pass');
    const other = { engine: 'other', version: '2' };
    const read = { ...other, bytes: new Uint8Array(1) };
    const readPhoto = async () => ({ ok: true, template: read }) as const;
    const decide = async () => ({ findings: [], digests: [], template: read });
    await authority.restart({ engines: passingEngines({ face: { id: other, readPhoto, decide } }) });
  });

  it.each(['张三丰', '张三'])('does not tell whether the name fits: %s', async (name) => {
    expect(await bring('impostor', { name })).toMatchObject({
      outcome: 'retry',
      hints: ['identity-not-matched'],
    });
  });
});

it('of two who apply for a new number at the same time one gets it, and the photo stays the first', async () => {
  found = [];
  const { face } = authority.ports().engines;
  const bothRead = Promise.withResolvers<void>();
  let read = 0;
  face.readPhoto = async (jpeg) => {
    if (++read === 2) bothRead.resolve();
    await bothRead.promise;
    return { ok: true, template: template(jpeg.length) };
  };
  const both = ['citizen', 'squatter'].map((name, n) => {
    const body = applyBody({ applicant: phone(name), idPhoto: true });
    const plain = { ...typed({ idNumber: unknownNumber }), 'id-photo': new Uint8Array(100 + n) };
    return askChallenge(authority, body).then((issued) => ({ issued, plain }));
  });
  const asked = await Promise.all(both);
  await Promise.all(asked.map(({ issued, plain }) => sendAll(authority, issued, plain)));
  const verdicts = await Promise.all(asked.map(({ issued }) => readVerdict(authority, issued)));
  expect(verdicts.map((verdict) => verdict?.outcome).sort()).toEqual(['pass', 'retry']);
  const { person } = authority.ports().register.look(unknownNumber, citizen.name);
  const winner = verdicts.findIndex((verdict) => verdict?.outcome === 'pass');
  expect(authority.ports().store.people.find(person)?.photo).toEqual(template(100 + winner));
});

describe('tries of an impostor', () => {
  it('as others stay counted when he passes as himself, and his own do not', async () => {
    const own = { name: '张三' };
    for (let i = 0; i < limits.triesPerPair - 1; i++) await applyAs(own, 'impostor');
    for (let i = limits.triesPerPair - 1; i < limits.triesPerApplicant - 1; i++)
      await applyAs({ idNumber: i % 2 === 0 ? unknownNumber : otherNumber }, 'impostor');
    found = [];
    expect((await applyAs({}, 'impostor')).outcome).toBe('pass');
    found = ['other-face'];
    for (let i = 0; i < limits.triesPerPair; i++) await applyAs({ idNumber: thirdNumber }, 'impostor');
    const body = applyBody({ applicant: phone('impostor') });
    await expect(askChallenge(authority, body)).rejects.toThrow('application-rests');
  });

  it('never lock the citizen, neither at a counter nor when applying', async () => {
    found = [];
    const { credential: handle = '' } = await applyAs({}, 'citizen');
    found = ['other-face'];
    for (let i = 0; i < limits.triesPerPair; i++) await applyAs({}, 'impostor');
    found = [];
    expect((await attempt(authority, verifyBody(handle))).outcome).toBe('pass');
    expect((await applyAs({}, 'citizen')).outcome).toBe('pass');
  });

  it('count no more once there were too many of one phone as one person, and say so to nobody', async () => {
    for (let i = 0; i < limits.triesPerPair; i++) await applyAs({}, 'impostor');
    found = [];
    expect(await applyAs({}, 'impostor')).toMatchObject({
      outcome: 'retry',
      hints: ['identity-not-matched'],
    });
    authority.clock.at += limits.triesWindow;
    expect((await applyAs({}, 'impostor')).outcome).toBe('pass');
  });

  it('from many phones are stopped, but for a phone that passed before', async () => {
    found = [];
    await applyAs({}, 'citizen');
    found = ['other-face'];
    for (let i = 0; i < limits.triesPerPerson; i++) await applyAs({}, `impostor-${i}`);
    found = [];
    expect(await applyAs({}, 'another')).toMatchObject({ outcome: 'retry', hints: ['identity-not-matched'] });
    expect((await applyAs({}, 'citizen')).outcome).toBe('pass');
  });

  it('as many persons make the applicant rest, for the time that is said', async () => {
    for (let i = 0; i < limits.triesPerApplicant; i++) {
      const name = `张${String.fromCharCode(0x4e00 + i)}`;
      const changes = i % 2 === 0 ? { name } : { idNumber: unknownNumber };
      await applyAs(changes, 'impostor');
    }
    authority.clock.at += minute;
    const body = applyBody({ applicant: phone('impostor') });
    const refused = await authority.call({ method: 'POST', url: '/v1/challenges', payload: body });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'application-rests']);
    expect(Number(refused.headers['retry-after'])).toBe((limits.triesWindow - minute) / 1000);
    await askChallenge(authority, applyBody({ applicant: phone('citizen') }));
  });
});
