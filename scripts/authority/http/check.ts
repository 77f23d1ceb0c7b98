import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Problem } from '../../../shared/problem.ts';

/** The value, when it has the form. @throws Problem request-invalid */
export function check<S extends TSchema>(schema: S, value: unknown): Static<S> {
  if (!fits(schema, value)) throw new Problem('request-invalid');
  return value;
}

function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return Value.Check(schema, value);
}
