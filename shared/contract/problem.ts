import { type Static, Type } from 'typebox';
import { type Action, actions } from '../actions.ts';
import { type ErrorCode, errors } from '../errors.ts';
import { exact, oneOf, TimeSchema } from './schema.ts';

const codes = Object.keys(errors).filter((code): code is ErrorCode => code in errors);
const actionNames = Object.keys(actions).filter((name): name is Action => name in actions);

/** RFC 9457 problem details, as every surface answers them. */
export const ProblemDetails = exact({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: oneOf(codes),
  retryable: Type.Boolean(),
  action: oneOf(actionNames),
  traceId: Type.String(),
  /** To phones: a proof is dated, and a form judged, by the server's clock and not by the phone's. */
  serverTime: Type.Optional(TimeSchema),
});
export type ProblemDetails = Static<typeof ProblemDetails>;
