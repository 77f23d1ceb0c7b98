import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Call, exact } from '../../../../shared/contract/form.ts';
import type { IdempotencyKey } from '../../ports/callers.ts';
import { ContractViolation } from '../problems/problem-of.ts';

/** The parts of a request as they came. */
export interface RawRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  idempotencyKey: IdempotencyKey | undefined;
}

type Part<S> = S extends TSchema ? Static<S> : undefined;

/** The parts of a request of the call `C`, checked. */
export interface CheckedRequest<C extends Call> {
  params: Part<C['params']>;
  query: Part<C['query']>;
  body: Part<C['body']>;
  idempotencyKey: C extends { creates: true } ? IdempotencyKey : undefined;
}

interface Shape<C extends Call> {
  fits(sent: RawRequest): sent is RawRequest & CheckedRequest<C>;
  /** Why it does not: the part and the place in its schema. */
  violation(sent: RawRequest): ContractViolation;
}

const parts = ['params', 'query', 'body'] as const;
const nothing = exact({});

/** Compiles what a call takes into one guard. What the contract does not name is refused: parameters, fields, and bodies of calls without one. */
export function requestShape<C extends Call>(call: C): Shape<C> {
  const none = Compile(nothing);
  const noBody = Compile(Type.Union([Type.Undefined(), Type.Null(), nothing]));
  const checks = {
    params: call.params === undefined ? none : Compile(call.params),
    query: call.query === undefined ? none : Compile(call.query),
    body: call.body === undefined ? noBody : Compile(call.body),
  };
  const violatedPart = (sent: RawRequest) => parts.find((part) => !checks[part].Check(sent[part]));
  return {
    fits: (sent): sent is RawRequest & CheckedRequest<C> =>
      violatedPart(sent) === undefined && (call.creates === true) === (sent.idempotencyKey !== undefined),
    violation(sent) {
      const part = violatedPart(sent);
      if (part === undefined) return new ContractViolation('header/idempotency-key');
      const error = checks[part].Errors(sent[part])[0];
      return new ContractViolation(part + placeIn(error?.schemaPath ?? ''));
    },
  };
}

/** `#/properties/consent/properties/face` becomes `/consent/face`. */
function placeIn(schemaPath: string): string {
  return schemaPath
    .replace(/^#/, '')
    .replaceAll(/\/(properties|additionalProperties|items|anyOf\/\d+)(?=\/|$)/g, '');
}

/** Query strings are text: those that the schema wants as whole numbers become numbers where they are written as one. */
export function numbersIn(schema: TSchema | undefined, query: unknown): unknown {
  if (schema === undefined || !Type.IsObject(schema) || typeof query !== 'object' || query === null)
    return query;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const wanted = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
      const numeric = Type.IsInteger(wanted) && typeof value === 'string' && /^[0-9]{1,15}$/.test(value);
      return [name, numeric ? Number(value) : value];
    }),
  );
}
