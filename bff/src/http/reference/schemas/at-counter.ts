import { OpenSessionAnswer, OpenSessionBody } from '../../../../../shared/contract/verify/01-open-session.ts';
import {
  CounterView,
  endSessionCall,
  ResultClaims,
} from '../../../../../shared/contract/verify/08-result.ts';
import { SessionsPage, StreamEnd } from '../../../../../shared/contract/verify/08-sessions.ts';
import { giveWordCall } from '../../../../../shared/contract/verify/08-word.ts';
import * as limits from '../../../../../shared/limits.ts';
import { type Entries, told } from '../entry.ts';
import { resultClaims, sample, signed } from '../samples.ts';

const { sessionId, openedAt, deadline, deadlineOfClaimed, decidedAt } = sample;
const common = { sessionId, scene: 'hotel', level: 'basic', openedAt };

export const openView = { ...common, state: 'open', version: 1, mayExtend: true, deadline };
export const extendedView = { ...common, state: 'open', version: 2, deadline: deadline + limits.moreTime };
export const claimedView = {
  ...common,
  state: 'claimed',
  version: 2,
  mayExtend: true,
  deadline: deadlineOfClaimed,
};
export const wordViews = {
  awaited: { ...claimedView, version: 3, word: 'awaited' },
  again: { ...claimedView, version: 4, word: 'again' },
  taken: { ...claimedView, version: 5, word: 'taken' },
};
export const passedView = { ...common, state: 'passed', version: 6, decidedAt, result: signed.result };
export const declinedView = { ...common, state: 'declined', version: 3 };

/** All that a counter sends and is told. */
export const counterSchemas: Entries = {
  OpenSessionBody: told(
    OpenSessionBody,
    { zh: '柜台要办理什么', en: 'What the counter asks for.' },
    {
      scene: [
        'The kind of business. It names the level that is needed; the relying party is registered for some of them.',
        'hotel',
      ],
      purpose: [
        'What is done, from the closed list of the scene. The guest reads it before agreeing.',
        'check-in',
      ],
    },
  ),
  Session: told(
    OpenSessionAnswer,
    {
      zh: '柜台显示二维码所需的一切',
      en: 'A session that was opened: all that a counter needs to show a new code each second without asking again.',
    },
    {
      sessionId: ['The session. The result token repeats it as `jti`.', sessionId],
      rpId: ['The relying party; the code is bound to it.', sample.rpId],
      counterId: ['The counter; the code is bound to it.', sample.counterId],
      scene: ['As it was asked for; the code is bound to it.', 'hotel'],
      purpose: ['As it was asked for; the code is bound to it.', 'check-in'],
      level: [
        'The level of the credential that the scene needs: `basic` applied for online, `strict` checked in person.',
        'basic',
      ],
      codeBaseUrl: ['Scheme and host of each code, without a slash at the end.', 'https://id.example.cn'],
      token: ['Second part of each code: 16 bytes, base64url.', sample.token],
      secret: [
        'Key of the HMAC of each code: 32 bytes, base64url. It stays at the counter and is never shown.',
        sample.secret,
      ],
      openedAt: [
        'Epoch milliseconds by the server’s clock: the seconds of a code are counted from here.',
        openedAt,
      ],
      serverTime: [
        'Epoch milliseconds by the server’s clock as this was answered: tells how far the counter’s own clock is off.',
        openedAt,
      ],
      expiresAt: ['Epoch milliseconds: the session ends then unless it is claimed or extended.', deadline],
    },
  ),
  CounterView: told(
    CounterView,
    {
      zh: '柜台能看到的会话',
      en: 'A session as its counter may see it: all that a counter ever learns. Nothing of it depends on the verdict before the end.',
      examples: {
        open: { summary: 'Go on showing the code', value: openView },
        claimed: { summary: 'Somebody scanned', value: claimedView },
        word: { summary: 'The guest will say three digits', value: wordViews.awaited },
        passed: { summary: 'Passed: verify `result` and go on', value: passedView },
        failed: {
          summary: 'Not passed: a decision, never an error',
          value: { ...passedView, state: 'failed' },
        },
        declined: { summary: 'Offer the staffed way', value: declinedView },
      },
    },
    {
      sessionId: ['The session.', sessionId],
      state: [
        '`open`, then `claimed`, then one of the ends: `passed`, `failed`, `declined`, `cancelled`, `expired`, `aborted`.',
        'passed',
      ],
      version: ['Counts from 1 and rises whenever this view shows something else, and only then.', 6],
      scene: ['The kind of business, as it was opened.', 'hotel'],
      level: ['The level that was asked for; not that of the guest’s credential.', 'basic'],
      needsMoreTime: [
        'There where somebody scanned and could not go on at once, whatever the cause. Show the code as long as the state is `open`.',
        true,
      ],
      mayExtend: ['There as long as the deadline may be moved by `extend`, which is once.', true],
      word: [
        'The counter word, from the claim to the end, where one is asked for: `awaited`, `again` after one try that did not fit, `taken`.',
        'taken',
      ],
      openedAt: ['Epoch milliseconds by the server’s clock.', openedAt],
      deadline: [
        'Epoch milliseconds: the state has ended by itself then at the latest. Absent at the end.',
        deadline,
      ],
      decidedAt: [
        'Epoch milliseconds: when the authority decided. There after `passed` and `failed`.',
        decidedAt,
      ],
      result: [
        'The result token, a JWS (`typ: lz-result+jwt`, ES256) whose claims are ResultClaims; inside a JWE where the relying party registered an encryption key.',
        signed.result,
        ResultClaims,
      ],
    },
  ),
  EndSessionBody: told(
    endSessionCall.body,
    { zh: '柜台为什么结束', en: 'Why the counter ends the session.' },
    {
      reason: [
        '`staffed`: the clerk looks at the card, recorded as declined. `abandoned`: nobody is there any more, recorded as cancelled.',
        'staffed',
      ],
    },
  ),
  WordBody: told(
    giveWordCall.body,
    { zh: '客人念出的三个数字', en: 'What the clerk typed.' },
    { word: ['The three digits that the guest said.', '407'] },
  ),
  SessionsPage: told(
    SessionsPage,
    {
      zh: '按最后变化排列的会话',
      en: `Sessions in the order of their last change, at most ${limits.feedPart}, and where to go on.`,
    },
    {
      sessions: ['Each as it is now.', [claimedView, passedView]],
      next: ['The cursor to go on from. Not to be read, only to be given back.', sample.cursor],
      more: [
        'Whether there is another page already; where not, come back later with the same cursor.',
        false,
      ],
    },
  ),
  StreamEnd: told(
    StreamEnd,
    { zh: '事件流为何结束', en: 'Why a stream ended in good order.' },
    {
      reason: [
        '`token-ends`: come back at once with a fresh token. `restart`: come back after `retry` milliseconds.',
        'token-ends',
      ],
    },
  ),
  ResultClaims: told(
    ResultClaims,
    {
      zh: '结果令牌的声明',
      en: 'The claims of a result token. Check the signature by `/.well-known/jwks.json`, `aud`, `jti` and that `sandbox` is false.',
    },
    {
      iss: ['The issuer: the public address of this service.', resultClaims.iss],
      aud: ['The relying party: a result is for exactly one.', resultClaims.aud],
      jti: ['The session.', resultClaims.jti],
      iat: ['Epoch seconds: when it was decided.', resultClaims.iat],
      exp: ['Epoch seconds: until then it may be read again.', resultClaims.exp],
      counter: ['The counter that asked.', resultClaims.counter],
      scene: ['The kind of business.', resultClaims.scene],
      level: ['The level that was asked for.', resultClaims.level],
      purpose: ['What was done.', resultClaims.purpose],
      outcome: ['What the authority decided.', resultClaims.outcome],
      openedAt: ['Epoch milliseconds: when the session was opened.', resultClaims.openedAt],
      decidedAt: ['Epoch milliseconds: when it was decided.', resultClaims.decidedAt],
      sandbox: ['Whether anything that took part was of a sandbox: such a result proves nothing.', false],
    },
  ),
};
