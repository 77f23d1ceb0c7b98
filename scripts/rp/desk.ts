import type { Static } from 'typebox';
import type { Call } from '../../shared/contract/schema.ts';
import { type Asked, type Asking, askOperator } from '../program/ask-operator.ts';

/** Where the registry is changed: at a running BFF, or in its database before there is an operator. */
export interface Desk {
  /** Where counters reach the BFF. */
  bffUrl: string;
  /** @throws Refused, and Error in a sentence where nobody is reached */
  ask<C extends Call>(call: C, asked?: Asked): Promise<Static<C['answer']>>;
  close(): Promise<void>;
}

/** A running BFF, by an operator's token. */
export function onlineDesk(asking: Asking): Desk {
  return {
    bffUrl: asking.bffUrl,
    ask: (call, asked) => askOperator(asking, call, asked),
    close: async () => undefined,
  };
}
