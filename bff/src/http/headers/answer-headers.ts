/** Of which answer: the surface, the status, and whether the call made something that can be read. */
export interface Answer {
  tag: string;
  status: number;
  made?: boolean;
}

interface AnswerHeader {
  description: string;
  schema: { type: 'string'; examples: string[] };
  on(answer: Answer): boolean;
}

const text = (...examples: string[]) => ({ type: 'string' as const, examples });
const always = () => true;
const isRefusal = ({ status }: Answer) => status >= 400;
const refusalsOf =
  (...statuses: number[]) =>
  ({ status }: Answer) =>
    statuses.includes(status);
const ofIntegrators = ({ tag }: Answer) => tag === 'counter' || tag === 'access' || tag === 'operator';
const forOtherPages = ({ tag }: Answer) => tag === 'counter' || tag === 'access' || tag === 'public';

/** What answers say in headers about the call, its trace, its quotas and how it may be kept or repeated, for the API document. */
export const answerHeaders: Readonly<Record<string, AnswerHeader>> = {
  'X-Request-Id': {
    description:
      'Names this one answer in the operator’s log. Always the server’s own: what a client sends is passed over.',
    schema: text('f81d4fae-7dec-11d0-a765-00a0c91e6bf6'),
    on: always,
  },
  traceparent: {
    description:
      'W3C Trace Context, level 2: the trace that the request came with, or a new one, under the server’s own span. Its trace id is `traceId` of a problem, and stands in the log.',
    schema: text('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'),
    on: always,
  },
  'RateLimit-Policy': {
    description:
      'The caller’s own quotas that the call was counted in (draft-ietf-httpapi-ratelimit-headers-10): `q` at once, all of which come back within `w` seconds. Absent where none was.',
    schema: text('"calls-by-counter";q=1200;w=60, "calls-by-rp";q=12000;w=60'),
    on: ofIntegrators,
  },
  RateLimit: {
    description:
      'What is left of the quota that will be used up first: `r` calls now, one more in `t` seconds. On 429 `r` is 0 and `t` is `Retry-After`.',
    schema: text('"calls-by-counter";r=1199;t=1'),
    on: ofIntegrators,
  },
  Location: {
    description: 'The path under which what was made can be read.',
    schema: text('/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA', '/operator/v1/counters/cnt_my-hotel-1'),
    on: ({ status, made }) => status === 201 && made === true,
  },
  'Idempotent-Replayed': {
    description: '`true` where the same key and body came before, and nothing was made this time.',
    schema: text('true'),
    on: ({ status }) => status === 201,
  },
  ETag: {
    description:
      'Of what may be asked for again with `If-None-Match`, to be answered 304 where it is the same: strong for documents; for a session its `version`, weak.',
    schema: text('W/"3"', '"JUtp6YHy1pf3ixSukAT0l-"'),
    on: ({ tag, status }) => status === 200 && (tag === 'counter' || tag === 'public'),
  },
  Vary: {
    description: 'The request headers that the answer differs by.',
    schema: text('origin, accept-language'),
    on: (answer) => isRefusal(answer) || answer.tag === 'counter' || answer.tag === 'access',
  },
  Link: {
    description:
      'Where idempotency keys are explained (draft-ietf-httpapi-idempotency-key-header-07), on refusals of a key.',
    schema: text('</docs>; rel="describedby"; type="text/html"'),
    on: refusalsOf(400, 409, 422),
  },
  Allow: {
    description: 'The methods that the address takes.',
    schema: text('GET, HEAD, OPTIONS, POST'),
    on: refusalsOf(405),
  },
  'Access-Control-Allow-Origin': {
    description:
      'Whose pages may read the answer: `*` for public documents; an origin that is registered with a counter for the counter API and the token endpoint; absent for all others.',
    schema: text('https://desk.hotel.example', '*'),
    on: forOtherPages,
  },
};
