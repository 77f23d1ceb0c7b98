import { beforeEach, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { type Authority, random } from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import {
  issueCard,
  type OnShift,
  raise,
  startOfficer,
  startWithPoints,
  type WithPoints,
} from '../raise/raise.fixture.ts';
import { newCredential, setLevel } from '../register/credential-standing.ts';

let points: WithPoints;
let authority: Authority;
let officer: OnShift;
let colleague: OnShift;

beforeEach(async () => {
  points = startWithPoints();
  ({ authority } = points);
  await points.addPoint('north');
  officer = await startOfficer(points, 'north');
  colleague = await startOfficer(points, 'north');
  return () => authority.stop();
});

const listed = async () => {
  const { officers } = (
    await authority.call({
      ...{ method: 'GET', url: '/administrator/v1/officers' },
      headers: { authorization: 'Bearer administrator-token' },
    })
  ).json();
  return officers.find(({ officerId }: { officerId: string }) => officerId === officer.officerId);
};

/** The officer's own credential, raised by the colleague. */
async function raisedOwn(): Promise<string> {
  const { store } = authority.ports();
  const { person } = store.officers.find(officer.officerId) ?? expect.unreachable();
  store.people.keepPhoto(person, template(1));
  const credential = newId('crd', random);
  store.credentials.issue({
    ...{ ...newCredential, handle: credential, person, level: 'basic', since: authority.clock.at },
    ...{ hasVoice: false, face: undefined, voice: undefined, device: undefined },
  });
  const identity = { name: officer.name, idNumber: officer.idNumber, validUntil: '2040-01-01' };
  expect(await raise(authority, credential, colleague, { card: issueCard(identity) })).toMatchObject({
    outcome: 'pass',
  });
  return credential;
}

it('one of the first officers needs no strict credential for a month, and then works no more', async () => {
  const until = authority.clock.at + limits.firstOfficerExempt;
  expect(await listed()).toMatchObject({ first: true, exemptUntil: until });
  authority.clock.at = until - 1;
  await officer.openShift();
  authority.clock.at = until;
  await expect(officer.openShift()).rejects.toThrow('shift-over');
});

it('nor from the own raise on, where that is lowered, taken away or ends', async () => {
  const own = await raisedOwn();
  expect(await listed()).toMatchObject({ exemptUntil: authority.clock.at });
  await officer.openShift();
  setLevel(authority.ports(), own, 'basic');
  await expect(officer.openShift()).rejects.toThrow('shift-over');
});

it('works on after a month with the credential that was raised', async () => {
  await raisedOwn();
  authority.clock.at += limits.firstOfficerExempt + 1;
  await officer.openShift();
});

it('nobody is one of the first a second time', async () => {
  await points.administer(`officers/${officer.officerId}/revoke`);
  const body = {
    ...{ name: '再来', legalName: officer.name, idNumber: officer.idNumber },
    ...{ at: { pointId: 'acp_north' }, first: true },
  };
  await expect(points.administer('officers', body)).rejects.toThrow('officer-needs-strict');
});
