import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { beforeEach, describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { AsksBody, RenewalBody, WardCodeBody } from '../../../shared/contract/family/on-phone.ts';
import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { readGuardianWord } from '../../../shared/guardian/read-guardian-word.ts';
import { wardCodeHash } from '../../../shared/guardian/ward-code-hash.ts';
import { checkWhoAsks } from '../holder/who-asks.ts';
import { agree } from '../journey/answer.ts';
import { awaitOutcome } from '../journey/await-outcome.ts';
import { newJourney } from '../journey/journey.ts';
import { nextStep } from '../journey/next-step.ts';
import { takeFace } from '../journey/take-samples.ts';
import { login } from '../login/01-login.ts';
import type { HttpAnswer, HttpRequest } from '../platform/platform.ts';
import { json, problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { agreeForWard } from './agree-for-ward.ts';
import { endDelegation, renewDelegation, setAsks } from './change-delegation.ts';
import { giveCode } from './give-code.ts';
import { listDelegations } from './list-delegations.ts';
import { wardRequests } from './ward-requests.ts';

const delegationId = 'del_J2fT0qXv9mYkWb3LrHs7Qw';
const ward: DelegationView = {
  ...{ delegationId, relation: 'child', form: 'under-14', scenes: ['hotel'] },
  ...{ endsAt: 1_800_000_000_000, state: 'active', asks: 'each-time' },
};
const Agreed = Type.Object({ ward: Type.Object({ word: Type.String() }) });
let rig: Rig;
/** What was sent to the family's part of the BFF. */
let sent: { path: string; body: unknown }[];

/** A phone that is signed in, before a BFF that answers so of families and else as ever. */
async function begin(answers: Record<string, () => HttpAnswer>): Promise<void> {
  rig = await setUp();
  sent = [];
  await login(rig.holder);
  const { request } = rig.bff;
  rig.bff.request = async (asked: HttpRequest) => {
    const path = asked.url.replace('https://bff.test/holder/v1/', '');
    const answer = Object.entries(answers).find(([end]) => path.endsWith(end));
    if (answer !== undefined || path.endsWith('challenge')) {
      const body: unknown = JSON.parse(decodeUtf8(asked.body ?? new Uint8Array()) || 'null');
      sent.push({ path, body });
    }
    return answer === undefined ? request(asked) : answer[1]();
  };
}
const wordIn = (word: string) => readGuardianWord(word, rig.holder.device.thumbprint, rig.time.now);

describe('for whom the owner answers', () => {
  it('is what the authority has now; what is not of the contract is refused', async () => {
    await begin({ delegations: () => json(200, { delegations: [ward], most: 5 }) });
    expect(await listDelegations(rig.holder)).toEqual({ delegations: [ward], most: 5 });
    await begin({
      delegations: () => json(200, { delegations: [{ ...ward, state: 'forgotten' }], most: 5 }),
    });
    await expect(listDelegations(rig.holder)).rejects.toMatchObject({ code: 'answer-unreadable' });
  });

  it('goes on for a year by the word of this device, in the form that was shown', async () => {
    await begin({ renew: () => json(200, ward) });
    await renewDelegation(rig.holder, delegationId, 'under-18');
    const { word } = Value.Parse(RenewalBody, sent[0]?.body);
    expect(wordIn(word)).toMatchObject({ delegation: delegationId, act: 'renew', form: 'under-18' });
  });

  it('ends at once, and the way of asking changes, by a call of its own each', async () => {
    await begin({ end: () => json(200, {}), asks: () => json(200, {}) });
    await endDelegation(rig.holder, delegationId);
    await setAsks(rig.holder, delegationId, 'tell');
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['end', 'asks']);
    expect(Value.Parse(AsksBody, sent[1]?.body)).toEqual({ asks: 'tell' });
  });
});

describe('a family code', () => {
  const expiresAt = 1_790_000_600_000;
  const given = () => json(201, { delegationId, expiresAt });

  it('is drawn on the phone, and gives no word ahead where the owner is asked each time', async () => {
    await begin({ codes: given });
    const { code } = await giveCode(rig.holder, ward);
    expect(code).toMatch(/^[0-9]{8}$/);
    expect(Value.Parse(WardCodeBody, sent[0]?.body)).toEqual({ code });
  });

  it('carries the word for itself alone, and the consent, where the owner only hears of it', async () => {
    await begin({ codes: given });
    const { code } = await giveCode(rig.holder, { delegationId, asks: 'tell' });
    const { ahead } = Value.Parse(WardCodeBody, sent[0]?.body);
    expect(wordIn(ahead?.word ?? '')).toMatchObject({
      ...{ delegation: delegationId, act: 'use', code: wardCodeHash(delegationId, code) },
    });
    expect(ahead?.consent).toMatchObject({ face: true, voice: false });
  });

  it('is drawn anew where somebody else has the same one, a few times', async () => {
    let refusals = 2;
    const answer = () => (refusals-- > 0 ? problemAnswer('id-taken') : given());
    await begin({ codes: answer });
    const { code } = await giveCode(rig.holder, ward);
    const drawn = sent.map(({ body }) => Value.Parse(WardCodeBody, body).code);
    expect(drawn).toHaveLength(3);
    expect(new Set(drawn).size).toBe(3);
    expect(drawn.at(-1)).toBe(code);
    refusals = 9;
    await expect(giveCode(rig.holder, ward)).rejects.toMatchObject({ code: 'id-taken' });
  });
});

describe('a ward at a terminal', () => {
  const waiting = () => json(200, { sessions: [{ ...rig.bff.view, ward: delegationId }] });
  beforeEach(() => begin({ 'ward-requests': waiting }));

  it('is asked for in the names that the registrar has signed, and agreed to by a word for that session alone', async () => {
    const [request] = await wardRequests(rig.holder);
    expect(request).toMatchObject({ ward: delegationId, asks: { rpName: 'Hotel', place: 'Town' } });
    if (request === undefined) throw new Error('no request');
    await agreeForWard(rig.holder, request);
    const body = Value.Parse(Agreed, sent.at(-1)?.body);
    expect(body).toMatchObject({ consent: { face: true, voice: false }, ward: { delegationId } });
    expect(wordIn(body.ward.word)).toMatchObject({
      delegation: delegationId,
      act: 'use',
      session: request.id,
    });
  });

  it('is nobody who is shown where nobody vouches for who asks', async () => {
    const { asks, ...nameless } = rig.bff.view;
    await begin({ 'ward-requests': () => json(200, { sessions: [{ ...nameless, ward: delegationId }] }) });
    expect(asks).toBeDefined();
    expect(await wardRequests(rig.holder)).toEqual([]);
  });
});

describe('a check for a ward who is here', () => {
  it('is taken by this phone, though a platform takes the face of its owner, and without a voice', async () => {
    await begin({});
    rig.bff.faceBy = 'wechat';
    await login(rig.holder);
    rig.bff.faceBy = 'phone';
    const journey = newJourney(rig.holder, checkWhoAsks(rig.holder, rig.bff.view));
    journey.ward = { delegationId, name: { zh: '孩子', en: 'your child' } };
    agree(journey, { face: true, voice: false });
    expect(nextStep(journey).at).toBe('face');
    await takeFace(journey, () => undefined);
    await awaitOutcome(journey);
    expect(journey.view.state).toBe('passed');
    expect(rig.bff.samples.map(({ kind }) => kind)).toEqual(['face']);
  });
});
