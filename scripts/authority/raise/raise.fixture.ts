import { generateKeyPairSync, sign } from 'node:crypto';
import { optionOf, softPasskey } from '../../../bff/src/operator/passkey.fixture.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import { inviteKey, statePasskey } from '../../../shared/device-word/invited-passkey.ts';
import { asId } from '../../../shared/ids.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { type Card, signedCard } from '../../../shared/sample/card.ts';
import { packCard } from '../../../shared/sample/pack-card.ts';
import {
  type Authority,
  askChallenge,
  citizen,
  type Issued,
  makeDevice,
  readVerdict,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import type { AuthorityOptions } from '../build-authority.ts';

export const administratorToken = 'administrator-token';
export const officerOrigin = 'https://officer.example';
export const yes: RaiseDecision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false };

const issuing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = issuing.publicKey.export({ format: 'jwk' });
export const flaggedSerial = 'FLAGGED00001';
export const cardIssuer = {
  keyOf: (kid: string) => (kid === 'issuer' ? ({ kty: 'EC', crv: 'P-256', x, y } as const) : undefined),
  isFlagged: (serial: string) => serial === flaggedSerial,
};

/** A card of the test's issuer: of `citizen`, but for what is changed before it is signed. */
export function issueCard(changes: Partial<Card> = {}, serial = 'CARD00000001'): Card {
  const printed = { ...citizen, validFrom: '2020-01-01', chip: null, ...changes };
  const key = { key: issuing.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signature = encodeBase64url(sign('sha256', signedCard(printed, serial), key));
  return { ...printed, chip: { serial, kid: 'issuer', signature } };
}

/** An authority with two acceptance points, whose administrator has a desk. */
export function startWithPoints(changes: Partial<AuthorityOptions> = {}) {
  const authority = startAuthority({ administratorToken, officerOrigin, cardIssuer, ...changes });
  const { counters } = authority.ports().store;
  const administer = async (url: string, payload: object = {}) => {
    const headers = { authorization: `Bearer ${administratorToken}` };
    const answer = await authority.call({
      method: 'POST',
      url: `/administrator/v1/${url}`,
      payload,
      headers,
    });
    if (answer.statusCode >= 400) throw new Error(answer.json().code);
    return answer.json();
  };
  const addPoint = async (name: string) => {
    const at = { rpId: `rp_point-${name}`, counterId: `cnt_point-${name}-1` };
    counters.put({
      ...{ ...at, rpName: `受理点${name}`, counterName: '一号台', place: '测试路 2 号' },
      ...{ scenes: ['acceptance'], counterKey: 'k'.repeat(43) },
    });
    await administer('points', {
      ...{ ...at, pointId: `acp_${name}`, name: `受理点${name}`, city: '测试市', address: '测试路 2 号' },
      ...{ hours: '周一至周五 9:00-17:00', phone: '000-0000' },
    });
  };
  return { authority, administer, addPoint };
}

export type WithPoints = ReturnType<typeof startWithPoints>;

let officers = 0;

/** Somebody known to the register, an officer at the point with a passkey and an open shift. */
export async function startOfficer({ authority, administer }: WithPoints, point: string) {
  officers += 1;
  const idNumber = `99000119800101${String(officers).padStart(4, '0')}`;
  const name = `官${'一二三四五六七八九十'.charAt(officers % 10)}员`;
  const { register, store } = authority.ports();
  const template = { engine: 'none', version: '1', bytes: new Uint8Array() };
  store.people.put(register.newPerson(idNumber, name, new Uint8Array([officers]), template));
  const at = { pointId: `acp_${point}` };
  const { officerId } = await administer('officers', { name, legalName: name, idNumber, at, first: true });
  const passkey = softPasskey();
  const key = makeDevice().thumbprint;
  const call = async (url: string, payload: object = {}) => {
    const answer = await authority.call({ method: 'POST', url: `/v1/${url}`, payload });
    if (answer.statusCode >= 400) throw new Error(answer.json().code);
    return answer.json();
  };
  const asked = (options: object) => ({
    ...{ challenge: optionOf(options, 'challenge'), origin: officerOrigin, rpId: 'officer.example' },
  });

  const { link } = await administer(`officers/${officerId}/invite`);
  const linkKey = inviteKey(String(link).split('#enrol=')[1] ?? '');
  const invite = linkKey.thumbprint;
  const begun = await call('officers/enrolments/begin', { invite });
  const created = passkey.create(asked(begun.options), Buffer.from(officerId).toString('base64url'));
  const { ceremony } = begun;
  await call('officers/enrolments', {
    ...{ invite, ceremony, passkeyName: '钥匙', passkey: created },
    word: statePasskey(linkKey, { ceremony, passkey: created }),
  });

  const openShift = async () => {
    const begun = await call('officers/shifts/begin', { key });
    const assertion = passkey.sign(asked(begun.options));
    return (await call('officers/shifts', { ceremony: begun.ceremony, assertion, key })).shift.shiftId;
  };
  const shiftId: string = await openShift();
  /** Begins and signs a decision, but for what the test changes between. */
  const decide = async (
    challengeId: string,
    decision: RaiseDecision = yes,
    sign: (options: object) => PasskeyAssertion = (options) => passkey.sign(asked(options)),
  ) => {
    const path = `challenges/${challengeId}/officer-decision`;
    const begun = await call(`${path}/begin`, { shiftId, decision });
    return call(path, { shiftId, ceremony: begun.ceremony, assertion: sign(begun.options) });
  };
  const review = async (caseId: string, review: object) => {
    const begun = await call(`reviews/${caseId}/begin`, { shiftId, review });
    const assertion = passkey.sign(asked(begun.options));
    return call(`reviews/${caseId}`, { shiftId, ceremony: begun.ceremony, assertion });
  };
  const reviews = async (after?: string) =>
    toldCases(await call(`officers/shifts/${shiftId}/reviews`, after === undefined ? {} : { after }));
  const findReview = async (reference: string) =>
    toldCases(await call(`officers/shifts/${shiftId}/reviews/find`, { reference }));
  return {
    officerId,
    idNumber,
    name,
    point,
    key,
    shiftId,
    passkey,
    asked,
    call,
    openShift,
    decide,
    review,
    reviews,
    findReview,
  };
}

/** What stands in the signed cases of a page. */
function toldCases({ cases, next }: { cases: string[]; next?: string }) {
  const read = (jws: string) => JSON.parse(decodeUtf8(decodeBase64url(jws.split('.')[1] ?? '')));
  return { cases: cases.map(read), next };
}

export type OnShift = Awaited<ReturnType<typeof startOfficer>>;

/** What the BFF asks for a raise with. */
export function raiseBody(
  credential: string,
  { point, key }: Pick<OnShift, 'point' | 'key'>,
  changes: Partial<AuthorityChallengeBody> = {},
): AuthorityChallengeBody {
  return verifyBody(credential, {
    ...{ ceremony: 'raise', rpId: `rp_point-${point}`, counterId: `cnt_point-${point}-1` },
    ...{ scene: 'acceptance', purpose: 'raise', parties: { officer: key } },
    ...changes,
  });
}

/** Asks for the challenge and sends all but the officer's word. */
export async function bringSamples(
  authority: Authority,
  body: AuthorityChallengeBody,
  card: Card = issueCard(),
): Promise<Issued> {
  const issued = await askChallenge(authority, body);
  await sendAll(authority, issued, { card: packCard(card) });
  return issued;
}

/** A whole raise of the credential by the officer. */
export async function raise(
  authority: Authority,
  credential: string,
  officer: OnShift,
  { card, decision }: { card?: Card; decision?: RaiseDecision } = {},
) {
  const issued = await bringSamples(authority, raiseBody(credential, officer), card);
  await officer.decide(issued.claims.challengeId, decision);
  const verdict = await readVerdict(authority, issued);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

/** The level that a credential has by now. */
export function levelOf(authority: Authority, handle: string) {
  return authority.ports().store.credentials.find(asId('crd', handle))?.level;
}
