import * as limits from '../../../../../shared/limits.ts';
import type { Operations } from '../entry.ts';
import { lastEventId } from '../parameters.ts';
import { declinedView, extendedView, passedView, wordViews } from '../schemas/at-counter.ts';
import { CounterEvents } from '../schemas/events.ts';
import { lasting } from '../written/lasting.ts';

/** What a counter asks for. */
export const counterOperations: Operations = {
  token: {
    zh: '柜台换取访问令牌',
    more: `A token lives ${lasting(limits.rpTokenLifetime)}; ask for the next one ${lasting(limits.rpTokenMargin)} before. A refusal carries the members of RFC 6749 too, and comes as \`application/json\` to who accepts only that. Why a client was not recognised stands in the operator’s log under the \`traceId\`; a sandbox says it.`,
    refuses: [
      ...(['client-unknown', 'grant-unsupported', 'grant-invalid', 'origin-not-allowed'] as const),
      ...(['device-pending', 'device-hurried', 'device-code-over', 'device-denied'] as const),
    ],
  },
  authorizeDevice: {
    zh: '以设备流程发起一次核验',
    more: 'Show `verification_uri_complete` as a QR code, ask the token endpoint by `device_code`, and send what the guest says to `POST /counter/v1/sessions/{sessionId}/word`: before it nothing passes. Refused for a relying party that never has the counter word asked for.',
    refuses: [
      ...(['client-unknown', 'scope-unknown', 'device-flow-not-allowed', 'origin-not-allowed'] as const),
      ...(['scene-not-allowed', 'purpose-not-allowed', 'counter-unregistered', 'token-invalid'] as const),
    ],
  },
  issuePageToken: {
    zh: '为内嵌柜台的网页领取令牌',
    more: 'By your own server, with the counter’s access token; the page gets nothing but the answer. The token opens, from pages of that origin alone, what a desk asks for in a check: open, read, the event stream (one at a time), word, extend, end. `<liangzheng-counter>` asks for the next one by `token-needed`; sessions go on.',
    refuses: ['origin-not-allowed', 'page-token-too-narrow'],
  },
  openSession: {
    zh: '柜台发起一次核验',
    more: `Show a new code each second, made from this answer (page *The counter code*). A counter may have ${limits.liveSessionsPerCounter} live sessions where nothing else was registered.`,
    refuses: ['scene-not-allowed', 'purpose-not-allowed', 'counter-unregistered', 'session-over'],
  },
  readSession: {
    zh: '读取一次核验',
    more: `Answers at once where \`version\` is above \`after\`, else after the next change or \`wait\` seconds. A decided session can be read for ${lasting(limits.resultRetention)}.`,
    refuses: ['not-found'],
  },
  readSessions: {
    zh: '分页读取有变化的核验',
    more: 'For those who poll, or kept the last cursor elsewhere: go on from `next` until `more` is false.',
  },
  endSession: {
    zh: '柜台结束一次核验',
    refuses: ['not-found', 'session-over', 'step-out-of-order'],
    answers: { staffed: { summary: 'The clerk looks at the card', value: declinedView } },
  },
  extendSession: {
    zh: '柜台延长时间',
    refuses: ['not-found', 'session-over', 'extended-already'],
    answers: { extended: { summary: `Given ${lasting(limits.moreTime)} more`, value: extendedView } },
  },
  giveWord: {
    zh: '提交客人念出的三个数字',
    more: 'May be typed at any time from the claim on. The same digits sent again are no other try.',
    refuses: ['not-found', 'session-over', 'step-out-of-order'],
    answers: {
      again: { summary: 'They did not fit: ask once more', value: wordViews.again },
      taken: { summary: 'Taken; whether they fitted is told by the end alone', value: wordViews.taken },
      passed: { summary: 'The verdict had been there already', value: passedView },
    },
  },
  codePicture: {
    zh: '以图片形式取得当前二维码',
    more: `For displays that show a picture and nothing else: fetch it each second and show it at once, for a code is worth ${lasting(limits.counterCodeMaxAge)}. Whoever can draw makes codes by itself (page *The counter code*). Once a phone has taken the session there is none.`,
    refuses: ['not-found', 'session-over', 'step-out-of-order'],
  },
  readReports: {
    zh: '读取客人的反映',
    more: `Of all counters of the relying party. What fewer than ${limits.reportsTogether} reported is not shown, and what is shown grows by ${limits.reportsTogether} at a time, so that nobody sees one guest’s being added.`,
  },
  watchSessions: {
    zh: '柜台事件流',
    more: `Come back with the last \`id\` as \`Last-Event-ID\` to go on without a gap or a repeat; without it, what lives or ended within ${lasting(limits.eventStreamLookBack)} comes first. After ${lasting(limits.eventStreamSilence)} of silence the line is dead. A counter may have ${limits.eventStreamsPerCounter} streams where nothing else was registered.`,
    parameters: [lastEventId],
    answer: CounterEvents,
  },
};
