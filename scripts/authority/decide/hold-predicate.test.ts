import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  attempt,
  citizen,
  registrant,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines } from '../engines/passing-engines.fixture.ts';
import { registerCounter } from '../registrar/register-counter.ts';
import { databaseFileName } from '../store/open-store.ts';

/** Born on 22 November 2008: sixteen hours after the authority's clock begins, by the clock of China, an adult. */
const minor = { name: '未成年', idNumber: '990001200811220018', validUntil: 'long-term' };
const netBar = { ...registrant, counterId: 'cnt_bar-1', rpId: 'rp_bar', rpName: '测试网吧' };

let authority: Authority;
let handle: string;
beforeEach(async () => {
  authority = startAuthority();
  const { keys, store, now } = authority.ports();
  registerCounter(
    { keys, counters: store.counters, names: store.names, now: now() },
    { ...netBar, scenes: ['net-bar'] },
  );
  handle = await applyAs(minor);
});
afterEach(() => authority.stop());

async function applyAs(identity: typeof minor): Promise<string> {
  const body = applyBody({ idPhoto: identity !== citizen, consent: { face: true, voice: false } });
  const { credential } = await attempt(authority, body, { identity: packIdentity(identity) });
  if (credential === undefined) throw new Error('not enrolled');
  return credential;
}
const atBar = (credential: string) =>
  attempt(
    authority,
    verifyBody(credential, {
      ...{ rpId: 'rp_bar', counterId: 'cnt_bar-1', scene: 'net-bar', purpose: 'log-on' },
      consent: { face: true, voice: false },
    }),
  );

describe('a scene for adults', () => {
  it('passes who is one, and refuses who is not with the reason for his own phone', async () => {
    expect(await atBar(await applyAs(citizen))).toMatchObject({ outcome: 'pass', hints: [] });
    expect(await atBar(handle)).toMatchObject({ outcome: 'fail', level: 'basic', hints: ['not-of-age'] });
  });

  it('passes the same person from the birthday on, as the day begins in China', async () => {
    authority.clock.at = Date.parse('2026-11-21T15:59:59Z');
    expect(await atBar(handle)).toMatchObject({ outcome: 'fail' });
    authority.clock.at = Date.parse('2026-11-21T16:00:00Z');
    expect(await atBar(handle)).toMatchObject({ outcome: 'pass' });
  });

  it('asks nobody elsewhere: the same person passes at a hotel', async () => {
    const voiceless = verifyBody(handle, { consent: { face: true, voice: false } });
    expect(await attempt(authority, voiceless)).toMatchObject({ outcome: 'pass' });
  });

  it('counts against nobody, as often as it refuses', async () => {
    for (let times = 0; times < 6; times++) await atBar(handle);
    expect(await atBar(handle)).toMatchObject({ outcome: 'fail', hints: ['not-of-age'] });
  });

  it('says nothing of the age to a stranger before the camera, and says it at the last: what it says else is what it says of anybody', async () => {
    await authority.restart({
      engines: passingEngines({
        face: { decide: async () => ({ findings: ['other-face'], digests: [], template: null }) },
      }),
    });
    expect(await atBar(handle)).toMatchObject({ outcome: 'fail', hints: ['face-not-matched'] });
  });

  it('holds for what a script decides, and for test holders', async () => {
    await authority.script({ name: 'stub-decision', outcome: 'pass' });
    expect(await atBar(handle)).toMatchObject({ outcome: 'fail', hints: ['not-of-age'] });
    await authority.call({ method: 'DELETE', url: '/sandbox/v1/script' });
    const tester = { name: '试通过', idNumber: '990101199001010019', validUntil: 'long-term' };
    expect(await atBar(await applyAs(tester))).toMatchObject({ outcome: 'pass' });
  });

  it('refuses who was registered before birthdays were kept, until the next application', async () => {
    await authority.app().close();
    const db = new DatabaseSync(join(authority.options.dataFolder, databaseFileName));
    db.exec('alter table people drop column born');
    db.close();
    await authority.restart();
    expect(await atBar(handle)).toMatchObject({ outcome: 'fail', hints: ['age-not-known'] });
    authority.clock.at = Date.parse('2026-11-22T08:00:00Z');
    const body = applyBody({ consent: { face: true, voice: false } });
    const renewed = await attempt(authority, body, { identity: packIdentity(minor) });
    expect(await atBar(renewed.credential ?? '')).toMatchObject({ outcome: 'pass' });
  });
});
