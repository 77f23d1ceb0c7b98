import { consentVersion } from '../../../../../shared/consent/consent-forms.ts';
import { ConsentBody } from '../../../../../shared/contract/apply/01-consent.ts';
import { CredentialAnswer, Movable } from '../../../../../shared/contract/apply/07-credential.ts';
import { ChallengeAnswer, ReceiptWanted } from '../../../../../shared/contract/attempt/03-challenge.ts';
import { FaceBeginAnswer, FaceBeginBody } from '../../../../../shared/contract/attempt/04-platform-face.ts';
import { KeyListAnswer } from '../../../../../shared/contract/attempt/key-list.ts';
import { Registration } from '../../../../../shared/contract/authority/registration.ts';
import { HolderView, WhoAsks } from '../../../../../shared/contract/holder-view.ts';
import { Arrival, ArriveBody, WaitingCounter } from '../../../../../shared/contract/verify/02-arrive.ts';
import { ClaimBody } from '../../../../../shared/contract/verify/02-claim.ts';
import { type Entries, told } from '../entry.ts';
import { sample, signed } from '../samples.ts';

const day = 24 * 60 * 60_000;
const { delegationId, sessionId, rpId, counterId, openedAt, claimedAt, deadline, decidedAt } = sample;
const registration = { registrar: signed.registrar, statement: signed.statement };
const asks = { rpId, counterId, scene: 'hotel', level: 'basic', purpose: 'check-in', registration };
const code = `https://id.example.cn/q/1.${sample.token}.59.YgQwwLN5Li4mSZ2EBh71cg`;
const text = { version: consentVersion, language: 'zh' } as const;
const both = { face: true, voice: true, text };

const claimed = {
  ...{ id: sessionId, ceremony: 'verify', state: 'claimed', version: 2, serverTime: claimedAt },
  ...{ deadline: claimedAt + 120_000, asks, keyList: signed.keyList, mayExtend: true, attemptsLeft: 3 },
};
export const holderViews = {
  claimed,
  challenged: { ...claimed, state: 'challenged', version: 3, awaited: ['face', 'voice'], attemptsLeft: 2 },
  passed: {
    ...{ id: sessionId, ceremony: 'verify', state: 'passed', version: 6, serverTime: decidedAt },
    ...{ decidedAt, sandbox: false },
  },
  declined: { id: sessionId, ceremony: 'verify', state: 'declined', version: 3, serverTime: claimedAt },
  application: {
    ...{ id: sessionId, ceremony: 'apply', state: 'claimed', version: 1, serverTime: openedAt },
    ...{ deadline: openedAt + 900_000, attemptsLeft: 3 },
  },
};

/** What a phone sends and is told, once it has logged in. */
export const phoneSchemas: Entries = {
  Registration: told(
    Registration,
    {
      zh: '登记方签名的柜台登记',
      en: 'What the authority’s registrar signed about the counter. The phone believes no name that is not in it.',
    },
    {
      registrar: [
        'The registrar’s certificate: a JWS (`typ: lz-registrar+jwt`) by the authority’s root.',
        signed.registrar,
      ],
      statement: [
        'The statement about the counter: a JWS (`typ: lz-registration+jwt`) by the registrar.',
        signed.statement,
      ],
    },
  ),
  WhoAsks: told(
    WhoAsks,
    { zh: '谁在问、问什么', en: 'Who asks, and for what.' },
    {
      rpId: ['The relying party.', rpId],
      counterId: ['The counter.', counterId],
      scene: ['The kind of business.', 'hotel'],
      level: ['The level of the credential that is needed.', 'basic'],
      purpose: ['What is done.', 'check-in'],
      registration: ['Names and place, signed: to be checked before anybody is asked to agree.'],
    },
  ),
  HolderView: told(
    HolderView,
    {
      zh: '参与的手机能看到的会话',
      en: 'A session as the one phone that takes part in it may see it.',
      examples: {
        claimed: { summary: 'Scanned: show who asks', value: holderViews.claimed },
        challenged: { summary: 'Agreed: samples are awaited', value: holderViews.challenged },
        passed: { summary: 'Over', value: holderViews.passed },
      },
    },
    {
      id: ['The session.', sessionId],
      ceremony: [
        '`verify` at a counter, `apply` for a credential, `move` brings one along, `protect` makes one usable again, `peer` between two people, `family` registers a guardian, `ward` is for a ward at a terminal.',
        'verify',
      ],
      state: ['What a counter calls `claimed` is `claimed`, `challenged` or `deciding` here.', 'challenged'],
      version: ['Rises with each change of the session.', 3],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', claimedAt],
      deadline: ['Epoch milliseconds: the state ends by itself then.', deadline],
      asks: ['Who asks; absent where no counter does.'],
      act: ['Of `protect`: what the holder does.'],
      asksPrivately: ['In its place where another person asks, while it is remembered who met whom.'],
      keyList: [
        'While the question may be put to the holder: a JWS by the authority’s root, which lists the registrars whose statements count.',
        signed.keyList,
      ],
      ward: ['By which delegation the holder is asked for a ward who stands at a terminal.', delegationId],
      mayExtend: ['There as long as the deadline of this state may be moved, which is once.', true],
      word: [
        'The counter word, to be said to the clerk: three digits, there once the last sample is relayed and until the clerk has typed it.',
        '407',
      ],
      awaited: ['Samples still to come, in any order.', ['face', 'voice']],
      attemptsLeft: ['Attempts that are left, this one not counted.', 2],
      hints: ['What to do better in the next attempt. No counter is shown them.', ['too-dark']],
      decidedAt: ['Epoch milliseconds: when the authority decided.', decidedAt],
      sandbox: ['Whether anything that took part was of a sandbox.', false],
    },
  ),
  ArriveBody: told(
    ArriveBody,
    {
      zh: '扫到的码',
      en: 'What was scanned. A browser may come with the cookie of its landing page in the place of it.',
    },
    { code: ['The code as it was scanned, at most 512 characters.', code] },
  ),
  Arrival: told(
    Arrival,
    { zh: '到达凭据', en: 'The moment of a scan, kept through loading, login and applying.' },
    {
      ticket: ['Good for one session, this device key and one claim: 16 bytes, base64url.', sample.ticket],
      asks: ['Who asks, before anybody has logged in.'],
      keyList: ['Which registrars’ statements count: a JWS by the authority’s root.', signed.keyList],
      serverTime: ['Epoch milliseconds by the server’s clock as this was answered.', claimedAt],
      deadline: ['Epoch milliseconds: the session ends then unless it is claimed.', deadline],
    },
  ),
  WaitingCounter: told(
    WaitingCounter,
    {
      zh: '仍在等待的柜台',
      en: 'What this phone left at a counter that still waits; empty where none does.',
      examples: {
        nothing: { summary: 'No counter waits', value: {} },
        check: { summary: 'A check that it takes part in', value: { check: holderViews.claimed } },
      },
    },
    {
      check: ['A check that this phone takes part in.'],
      arrival: ['An arrival that is not claimed yet.'],
    },
  ),
  ClaimBody: told(
    ClaimBody,
    {
      zh: '扫到的码、到达凭据，或两者',
      en: 'The code, the ticket of its arrival, or both; one of the two there must be.',
    },
    {
      code: ['The code as it was scanned, at most 512 characters.', code],
      ticket: ['The ticket of the arrival: by it the claim counts however old the code is.', sample.ticket],
    },
  ),
  ReceiptWanted: told(
    ReceiptWanted,
    { zh: '凭条存放位置与密钥', en: 'Where the receipt is to be kept, and to which key it is sealed.' },
    {
      locator: [
        '128 random bits of the phone’s own, base64url: whoever knows them may fetch it.',
        sample.ticket,
      ],
      key: [
        'The receipt key as the device key states it: a JWS (`typ: lz-receipt-key+jwt`; for a ward’s copy `lz-copy-key+jwt`).',
        signed.receiptKey,
      ],
    },
  ),
  ChallengeAnswer: told(
    ChallengeAnswer,
    {
      zh: '认证方签发的质询',
      en: 'The authority’s challenge. The phone checks both signatures against its pinned root and trusts nothing else in it.',
    },
    {
      challenge: ['The challenge: a JWS by the authority.', signed.challenge],
      keyList: ['The keys to check it by and to seal to: a JWS by the authority’s root.', signed.keyList],
      session: ['The session after it.', holderViews.challenged],
    },
  ),
  KeyListAnswer: told(
    KeyListAnswer,
    { zh: '认证方密钥清单', en: 'The authority’s key list, signed by the root that the phone pins.' },
    { keyList: ['A JWS by the authority’s root.', signed.keyList] },
  ),
  FaceBeginBody: told(
    FaceBeginBody,
    { zh: '平台的新登录凭证', en: 'Proves that the same person holds the phone at the platform.' },
    {
      code: [
        'A fresh login code of the platform, not the one of the login.',
        '0c3XyZGa1kq8rH0T4oHa1n2wYt3XyZGu',
      ],
    },
  ),
  FaceBeginAnswer: told(
    FaceBeginAnswer,
    { zh: '打开平台页面所需', en: 'What the page of the platform is opened with.' },
    {
      begun: [
        'A JWS by the authority; absent where there is nothing to show and the sample has come.',
        signed.begun,
      ],
      session: ['The session after it.', holderViews.challenged],
    },
  ),
  ConsentBody: told(
    ConsentBody,
    { zh: '申请时的同意', en: 'What the holder agrees to as an application is opened.' },
    { consent: ['Face and voice, asked apart.', both] },
  ),
  Movable: told(
    Movable,
    { zh: '可迁移的时间', en: 'When a credential may be brought to another phone.' },
    {
      from: ['Epoch milliseconds: from then on.', openedAt],
      until: ['Epoch milliseconds: until then.', openedAt + day],
    },
  ),
  CredentialAnswer: told(
    CredentialAnswer,
    {
      zh: '这部手机的网证',
      en: 'The credential of this phone. The handle tells nothing of the person and opens nothing without the device key.',
    },
    {
      state: [
        '`none`: apply first. `void`: apply anew. `unusable`: bring it to this phone within its time.',
        'active',
      ],
      reason: ['Of what is void: why.'],
      level: ['`basic` applied for online, `strict` checked in person.', 'basic'],
      handle: ['An opaque handle.', 'crd_9sKq0Wm2bYx4Ln7Rt1VzHA'],
      since: ['Epoch milliseconds: since when it is in this state.', openedAt],
      strictFrom: ['Epoch milliseconds: when `strict` comes to what was brought along.', openedAt + day],
      endsAt: [
        'Epoch milliseconds: when it ends with the ID card; absent where that is valid for life.',
        openedAt + 400 * day,
      ],
      cardReportEnds: [
        'Epoch milliseconds: when the report of a lost card ends by itself.',
        openedAt + 15 * day,
      ],
      movable: ['Of what is unusable: from when and until when it may be brought along.'],
    },
  ),
};
