import { type Static, Type } from 'typebox';
import { type Call, exact, OriginSchema, TimeSchema } from '../schema.ts';

const origin = 'https://desk.hotel.example';

export const PageTokenBody = exact({
  origin: {
    ...OriginSchema,
    description:
      'Where the page stands that the token is for, as browsers write it: one of the origins that the counter is registered with.',
    examples: [origin],
  },
});
export type PageTokenBody = Static<typeof PageTokenBody>;

export const PageTokenAnswer = exact({
  pageToken: Type.String({
    description:
      'For `<liangzheng-counter>` in that page. Opens what a desk asks for in a check, from pages of that origin alone, and one event stream at a time; it makes no other token.',
    examples: ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjbnRfaG90ZWwtMSJ9.c2lnbmF0dXJl'],
  }),
  origin: { ...OriginSchema, description: 'The origin that it is bound to.', examples: [origin] },
  expiresAt: {
    ...TimeSchema,
    description:
      'Until when it is good, epoch milliseconds: ten minutes, or as long as the key of the counter, if that is less.',
    examples: [1_767_226_200_000],
  },
});
export type PageTokenAnswer = Static<typeof PageTokenAnswer>;

export const pageTokenCall = {
  method: 'POST',
  path: '/counter/v1/page-tokens',
  summary: 'A counter’s own server gets a token for a page in which the counter is embedded.',
  body: PageTokenBody,
  status: 200,
  answer: PageTokenAnswer,
} as const satisfies Call;
