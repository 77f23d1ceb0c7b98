import { actions } from '../../../../../shared/actions.ts';
import { ProblemDetails } from '../../../../../shared/contract/problem.ts';
import { errorTexts } from '../../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../../shared/errors.ts';
import { type Entries, named, type Told, told } from '../entry.ts';
import { sample } from '../samples.ts';

/** A problem of that code as an answer has it, in English. */
export function problemExample(code: ErrorCode): Record<string, unknown> {
  const { status, retryable, action } = errors[code];
  const text = errorTexts[code].en;
  return {
    ...{ type: `urn:liangzheng:problem:${code}`, title: text, status, detail: text },
    ...{ code, retryable, action, traceId: sample.traceId },
  };
}

const { title, detail, type } = problemExample('session-over');

/** What the members of every problem are. */
export const problemTexts = {
  type: ['A URN that holds the code.', type],
  title: [
    'The text of the code, in the language of the answer (`Accept-Language`: Chinese or English).',
    title,
  ],
  status: ['The HTTP status.', 410],
  detail: [
    'The title and, where a request did not fit, the place in the schema. Nothing that was sent is repeated.',
    detail,
  ],
  code: ['Stable; what programs go by.', 'session-over'],
  retryable: ['Whether the same request may succeed if it is sent again.', false],
  action: ['What the person, or the program, can do next.', 'new-session'],
  traceId: [
    'The trace id of `traceparent`, the caller’s own where it sent one: by it both find the request in their logs.',
    sample.traceId,
  ],
  serverTime: ['Epoch milliseconds by the server’s clock; to phones only.', sample.claimedAt],
} as const satisfies Record<keyof typeof ProblemDetails.properties, Told>;

const listed = (rows: readonly (readonly [string, string, string])[]) =>
  rows.map(([name, zh, en]) => `- \`${name}\` ${zh} · ${en}`).join('\n');
const codes = listed(Object.entries(errorTexts).map(([name, { zh, en }]) => [name, zh, en]));
const nexts = listed(Object.entries(actions).map(([name, { zh, en }]) => [name, zh, en]));

/** Every refusal. */
export const problemSchemas: Entries = {
  ErrorCode: named(ProblemDetails.properties.code, {
    zh: '全部错误代码',
    en: `Every code, with its text in both languages; \`x-problems\` of Problem says the rest of each.\n\n${codes}`,
  }),
  Action: named(ProblemDetails.properties.action, {
    zh: '接下来可以做什么',
    en: `What can be done next, with its text in both languages.\n\n${nexts}`,
  }),
  Problem: told(
    ProblemDetails,
    {
      zh: '问题详情（RFC 9457）',
      en: 'Problem details (RFC 9457), as every call answers them.',
    },
    problemTexts,
  ),
};
