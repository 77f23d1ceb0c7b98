import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import type { Card } from '../../../shared/sample/card.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import { packKin } from '../../../shared/sample/pack-kin.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  type makeDevice,
  readVerdict,
  sendAll,
  verifyBody,
} from '../authority.fixture.ts';
import { template } from '../engines/passing-engines.fixture.ts';
import { bringSamples, issueCard, type OnShift, raiseBody } from '../raise/raise.fixture.ts';

/** A device by which a guardian speaks. */
export type Device = ReturnType<typeof makeDevice>;

/** On which phone each guardian's credential is: nobody shows it on another. */
const phones = new Map<string, string>();

/** The citizen of the register on a device of their own: the guardian of the tests. */
export async function guardianOn(authority: Authority, device: Device): Promise<string> {
  const verdict = await attempt(authority, applyBody({ deviceThumbprint: device.thumbprint }));
  if (verdict.credential === undefined) throw new Error('no credential');
  phones.set(verdict.credential, device.thumbprint);
  return verdict.credential;
}

/** Somebody of the register who was born on that day. */
export function addWard(authority: Authority, born: string, number = 1): { name: string; idNumber: string } {
  const { name, idNumber } = makeCitizen(
    900 + number,
    `家人${'一二三四五六七八九'.charAt(number)}`,
    born.replaceAll('-', ''),
  );
  const { register, store } = authority.ports();
  store.people.put(register.newPerson(idNumber, name, new Uint8Array([number]), template(number)));
  return { name, idNumber };
}

/** What an officer brings of a ward with a birth certificate, but for what is changed. */
export function kinOf(ward: { name: string; idNumber: string }, changes: Partial<Kin> = {}): Kin {
  return {
    ward: { ...ward, validFrom: '2020-01-01', validUntil: 'long-term', chip: null },
    ...{ document: 'birth', documentNumber: 'B12345678', relation: 'child', scenes: ['hotel', 'net-bar'] },
    consents: false,
    ...changes,
  };
}

/** What the BFF asks a binding with, on the guardian's phone. */
export function familyBody(
  credential: string,
  officer: Pick<OnShift, 'point' | 'key'>,
  changes: Partial<AuthorityChallengeBody> = {},
): AuthorityChallengeBody {
  const deviceThumbprint = phones.get(credential);
  return raiseBody(credential, officer, {
    ...{ ceremony: 'family', purpose: 'bind-family' },
    ...(deviceThumbprint === undefined ? {} : { deviceThumbprint }),
    ...changes,
  });
}

/** A whole binding by the officer, who reads the card of the citizen of the register unless it is another; answers the verdict. */
export async function bind(
  authority: Authority,
  guardian: string,
  officer: OnShift,
  kin: Kin,
  changes: Partial<AuthorityChallengeBody> = {},
  card: Card = issueCard(),
) {
  const issued = await askChallenge(authority, familyBody(guardian, officer, changes));
  await sendAll(authority, issued, { card: packCard(card), kin: packKin(kin) });
  await officer.decide(issued.claims.challengeId);
  const verdict = await readVerdict(authority, issued);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

/** A revocation that only lacks the word of the officer. */
export async function bringRevocation(
  authority: Authority,
  { point, key }: Pick<OnShift, 'point' | 'key'>,
  card: Card,
) {
  const { credential: _, ...body } = raiseBody('', { point, key }, { ceremony: 'revoke' });
  return bringSamples(authority, { ...body, purpose: 'end-family' }, card);
}

/** What the BFF asks a check of a ward with, by the word of the guardian's device for just that. */
export function wardBody(
  authority: Authority,
  device: Device,
  { credential = '', delegation }: { credential?: string; delegation?: { delegationId: string } },
  changes: Partial<AuthorityChallengeBody> = {},
): AuthorityChallengeBody {
  const body = verifyBody(credential, { deviceThumbprint: device.thumbprint, ...changes });
  const id = delegation?.delegationId ?? '';
  const word = stateGuardianWord(device, {
    ...{ delegation: id, act: 'use', session: body.sessionId, now: authority.clock.at },
    ...{ counterId: body.counterId, scene: body.scene },
  });
  return { ...body, delegation: { id, word }, ...changes };
}
