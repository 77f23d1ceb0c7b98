import type { Static } from 'typebox';
import { type Call, CompactSchema, exact } from '../schema.ts';

/** Signed by the authority's root; the phone trusts nothing else in it. */
export const KeyListAnswer = exact({ keyList: CompactSchema });
export type KeyListAnswer = Static<typeof KeyListAnswer>;

export const keyListCall = {
  method: 'GET',
  path: '/holder/v1/key-list',
  summary: 'The key list of the authority as it is now, by which a phone sees that a key was struck.',
  status: 200,
  answer: KeyListAnswer,
} as const satisfies Call;
