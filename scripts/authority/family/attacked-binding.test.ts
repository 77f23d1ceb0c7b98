import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownToday } from '../../../shared/consent/agreed.fixture.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import {
  type Authority,
  askChallenge,
  makeDevice,
  random,
  readVerdict,
  sendAll,
} from '../authority.fixture.ts';
import {
  flaggedSerial,
  issueCard,
  type OnShift,
  raiseBody,
  startOfficer,
  startWithPoints,
  type WithPoints,
  yes,
} from '../raise/raise.fixture.ts';
import { addWard, bind, type Device, familyBody, guardianOn, kinOf } from './family.fixture.ts';

let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let device: Device;
let guardian: string;

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  device = makeDevice();
  guardian = await guardianOn(authority, device);
});
afterEach(() => authority.stop());

const personOf = ({ name, idNumber }: { name: string; idNumber: string }) =>
  authority.ports().register.look(idNumber, name).person;

const signed = () => ({ officerId: asId('off', officer.officerId), passkeyId: 'p' });

describe('a binding', () => {
  it('is none where the second officer refuses whom the first one has asked', async () => {
    const second = await startOfficer(points, 'north');
    const issued = await askChallenge(authority, familyBody(guardian, officer));
    await sendAll(authority, issued, { kin: packKin(kinOf(addWard(authority, '2018-03-04'))) });
    const { challengeId } = issued.claims;
    await officer.decide(challengeId, { ...yes, exception: 'name-differs' });
    await second.decide(challengeId, {
      ...{ outcome: 'refuse', cardGenuine: true, faceUnnatural: false, doubt: 'under-pressure' },
      exception: 'name-differs',
    });
    const verdict = await readVerdict(authority, issued);
    expect(verdict).toMatchObject({ outcome: 'fail', hints: ['officer-refused'] });
    expect(verdict?.delegation).toBeUndefined();
  });

  it('is none where the ward has come to an own credential while faces were looked at', async () => {
    const ward = addWard(authority, '1956-03-04');
    const { store, engines } = authority.ports();
    const person = personOf(ward);
    const own = store.credentials.find(guardian) ?? expect.unreachable();
    const handle = newId('crd', random);
    const decide = engines.face.decide;
    let faces = 0;
    engines.face.decide = (asked) => {
      faces += 1;
      // The guardian's comes first, then the ward's.
      if (faces === 2) store.credentials.issue({ ...own, handle, person });
      return decide(asked);
    };
    const issued = await askChallenge(authority, familyBody(guardian, officer, { grown: true }));
    const card = issueCard({ ...ward, validUntil: 'long-term' });
    const kin = kinOf(ward, { document: 'card', documentNumber: '', ward: card, consents: shownToday });
    await sendAll(authority, issued, { kin: packKin(kin) });
    await officer.decide(issued.claims.challengeId);
    expect(await readVerdict(authority, issued)).toMatchObject({
      outcome: 'fail',
      hints: ['kin-has-phone'],
    });
    expect(store.delegations.ofCredential(handle)).toEqual([]);
  });

  it('is none by a card that somebody looks for', async () => {
    const ward = addWard(authority, '2013-03-04');
    const card = issueCard({ ...ward, validUntil: 'long-term' }, flaggedSerial);
    const kin = kinOf(ward, { document: 'card', documentNumber: '', ward: card });
    expect(await bind(authority, guardian, officer, kin)).toMatchObject({
      outcome: 'fail',
      hints: ['card-doubted'],
    });
    const good = { ...kin, ward: issueCard({ ...ward, validUntil: 'long-term' }) };
    expect(await bind(authority, guardian, officer, good)).toMatchObject({ outcome: 'pass' });
  });

  it('counts towards what an officer may do in a day', async () => {
    const { delegation } = await bind(authority, guardian, officer, kinOf(addWard(authority, '2018-03-04')));
    const { store } = authority.ports();
    const bound = store.delegations.find(delegation?.delegationId ?? '') ?? expect.unreachable();
    for (let n = 1; n < limits.raisesPerOfficerDay; n++) {
      const id = newId('del', random);
      store.delegations.add({ ...bound, id, guardian: `g${n}`, ward: `w${n}` }, [signed()]);
      if (n % 2 === 0) store.delegations.end(id, authority.clock.at);
    }
    const again = bind(authority, guardian, officer, kinOf(addWard(authority, '2019-03-04', 2)));
    await expect(again).rejects.toThrow('officer-cap-reached');
  });

  it('tells nothing of anybody to a guardian whose own face fits not, nor of a grown ward whose face does not', async () => {
    const ward = addWard(authority, '1956-03-04');
    const { store, engines } = authority.ports();
    const own = store.credentials.find(guardian) ?? expect.unreachable();
    store.credentials.issue({ ...own, handle: newId('crd', random), person: personOf(ward) });
    const card = issueCard({ ...ward, validUntil: 'long-term' });
    const kin = kinOf(ward, { document: 'card', documentNumber: '', ward: card, consents: shownToday });
    const other = { ...kin, ward: { ...card, name: '别人' } };
    const { decide } = engines.face;
    const fitting = { faces: 0 };
    let faces = 0;
    engines.face.decide = async (asked) => {
      const found = await decide(asked);
      faces += 1;
      return faces > fitting.faces ? { ...found, findings: ['other-face'] } : found;
    };
    const ask = async (said: typeof kin, fit: number) => {
      [fitting.faces, faces] = [fit, 0];
      return (await bind(authority, guardian, officer, said, { grown: true })).hints;
    };
    expect(await ask(kin, 0)).toEqual(await ask(other, 0));
    expect(await ask(kin, 1)).toEqual(['face-not-matched']);
    expect(await ask(kin, 2)).toEqual(['kin-has-phone']);
  });

  it('that is refused counts towards the day: a desk does not ask of one after another', async () => {
    const stranger = kinOf({ name: '没有这人', idNumber: '990001201803041239' });
    expect((await bind(authority, guardian, officer, stranger)).hints).toEqual(['kin-not-matched']);
    const { store } = authority.ports();
    for (let n = 1; n < limits.raisesPerOfficerDay; n++)
      store.familyActs.addRefusal({
        ...{ id: newId('chl', random), pointId: asId('acp', 'acp_north'), at: authority.clock.at },
        hands: [signed()],
      });
    await expect(bind(authority, guardian, officer, stranger)).rejects.toThrow('officer-cap-reached');
  });

  it('that is refused tells nothing where the day became full while faces were looked at', async () => {
    const stranger = kinOf({ name: '没有这人', idNumber: '990001201803041239' });
    const { store, engines } = authority.ports();
    const { decide } = engines.face;
    engines.face.decide = (asked) => {
      for (let n = 0; n < limits.raisesPerOfficerDay; n++)
        store.familyActs.addRefusal({
          ...{ id: newId('chl', random), pointId: asId('acp', 'acp_north'), at: authority.clock.at },
          hands: [signed()],
        });
      return decide(asked);
    };
    expect((await bind(authority, guardian, officer, stranger)).hints).toEqual(['officer-refused']);
  });

  it('makes guardian and ward family: neither raises nor binds the other as an officer', async () => {
    const second = await startOfficer(points, 'north');
    const kin = kinOf(addWard(authority, '2018-03-04'));
    const { delegation } = await bind(authority, guardian, officer, kin);
    const { store } = authority.ports();
    const bound = store.delegations.find(delegation?.delegationId ?? '') ?? expect.unreachable();
    const also = (changes: object) =>
      store.delegations.add({ ...bound, id: newId('del', random), ...changes }, [signed()]);
    also({ ward: personOf(officer) });
    also({ guardian: personOf(second) });
    const raised = raiseBody(guardian, officer, { deviceThumbprint: device.thumbprint });
    for (const body of [raised, familyBody(guardian, officer)])
      await expect(askChallenge(authority, body)).rejects.toThrow('officer-may-not');
    expect((await bind(authority, guardian, second, kin)).hints).toEqual(['officer-refused']);
  });

  it('that was ended makes officer and ward strangers again to no desk', async () => {
    const ward = { name: officer.name, idNumber: officer.idNumber };
    const { delegation } = await bind(authority, guardian, officer, kinOf(addWard(authority, '2018-03-04')));
    const { store } = authority.ports();
    const bound = store.delegations.find(delegation?.delegationId ?? '') ?? expect.unreachable();
    const id = newId('del', random);
    store.delegations.add({ ...bound, id, ward: personOf(ward) }, [signed()]);
    store.delegations.end(id, authority.clock.at);
    const raised = raiseBody(guardian, officer, { deviceThumbprint: device.thumbprint });
    await expect(askChallenge(authority, raised)).rejects.toThrow('officer-may-not');
  });
});

describe('a delegation', () => {
  it.each([
    ['raises nobody', 'raise', 'raise'],
    ['answers for nobody else', 'family', 'bind-family'],
  ] as const)(
    '%s, also where an officer has written the scene of the desk into it',
    async (_, ceremony, purpose) => {
      const kin = kinOf(addWard(authority, '2018-03-04'), { scenes: ['hotel', 'acceptance'] });
      const { credential = '', delegation } = await bind(authority, guardian, officer, kin);
      const id = delegation?.delegationId ?? '';
      const body = raiseBody(credential, officer, { ceremony, purpose, deviceThumbprint: device.thumbprint });
      const word = stateGuardianWord(device, {
        ...{ delegation: id, act: 'use', session: body.sessionId, now: authority.clock.at },
        ...{ counterId: body.counterId, scene: body.scene },
      });
      await expect(askChallenge(authority, { ...body, delegation: { id, word } })).rejects.toThrow(
        'request-invalid',
      );
    },
  );
});
