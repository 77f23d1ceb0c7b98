import type { Static } from 'typebox';
import type { Call } from '../../shared/contract/schema.ts';

/** What a call of the operator API takes besides its token. */
export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: object;
}

/** Where the registry is changed: at a running BFF, or in its database before there is an operator. */
export interface Desk {
  /** Where counters reach the BFF. */
  bffUrl: string;
  /** @throws Refused, and Error in a sentence where nobody is reached */
  ask<C extends Call>(call: C, asked?: Asked): Promise<Static<C['answer']>>;
  close(): Promise<void>;
}

/** What the BFF said instead: `code` is of the closed list of errors. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  /** Seconds to wait, where it says. */
  readonly retryAfter: number | undefined;

  constructor(code: string, sentence: string, retryAfter?: number) {
    super(sentence);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
