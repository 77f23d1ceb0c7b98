import { type TProperties, type TSchema, Type } from 'typebox';
import { idPattern } from '../ids.ts';
import { levels } from '../levels.ts';
import * as limits from '../limits.ts';
import { purposeNames, sceneNames } from '../scenes.ts';

/** An object that refuses unknown fields. */
export function exact<P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false });
}

/** One of a closed list of words. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });
}

export const SceneSchema = oneOf(sceneNames);
export const PurposeSchema = oneOf(purposeNames);
export const LevelSchema = oneOf(levels);
/** Epoch milliseconds. */
export const TimeSchema = Type.Integer({ minimum: 0 });
export const SessionIdSchema = Type.String({ pattern: idPattern.ses });
export const RpIdSchema = Type.String({ pattern: idPattern.rp });
export const CounterIdSchema = Type.String({ pattern: idPattern.cnt });
/** An origin of web pages as browsers write it (RFC 6454 section 6.2); plain HTTP on a machine's own names only. */
export const OriginSchema = Type.String({
  pattern: '^(https://[a-z0-9.-]{1,253}|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?$',
});
/** A mobile number of the Chinese mainland, without the country's code and without spaces. */
export const PhoneSchema = Type.String({ pattern: '^1[3-9][0-9]{9}$' });
/** A compact JWS or JWE. */
export const CompactSchema = Type.String({
  pattern: '^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){2,4}$',
  maxLength: limits.signedText,
});
export const Base64urlSchema = (min: number, max: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: min, maxLength: max });

/** One call of the contract: where it lives, what it takes, what it answers. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  summary: string;
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  /** The one status of success and the schema of its answer. */
  status: number;
  answer: TSchema;
  /** Whether an Idempotency-Key header is demanded. */
  creates?: true;
  /**
   * Whether an operator has to have been verified by a passkey within the last five minutes. `in-console`: and calls from the console,
   * or from a sandbox; a token that a command was given does not beget others.
   */
  verified?: true | 'in-console';
  /** Where what it made can be read: its path, each `:name` a field of the answer, `:outer.inner` one further in. */
  made?: string;
  /** Whether the `version` of the answer rises with each change of it, and only then: its ETag. */
  versioned?: true;
  /** Whether it may wait for a while before it answers, as a long poll does. */
  waits?: true;
  /** Whether a page token opens it too: what a desk asks for in a check. */
  fromPages?: true;
  /** Whether a page asks for it by itself, whoever sits there: no use that keeps an operator signed in, or an officer's shift open. */
  byItself?: true;
  /** Whether the token of the authority's registrar may come along, in the header Registrar-Token. */
  registrar?: true;
}
