import type { Dispatcher } from 'undici';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Schema } from './read-signed.ts';

/** Refusals of the authority that mean the same to the phone. All else it may say is a fault of ours or of its own. */
const passedOn = [
  'who-asks-unknown',
  'receipt-key-refused',
  'sample-refused',
  'sample-not-awaited',
  'challenge-expired',
  'credential-missing',
  'export-refused',
  'credential-void',
  'credential-frozen',
  'credential-suspended',
  'credential-unusable',
  'credential-state-other',
  'credential-locked',
  'move-rests',
  'voice-needed',
  'application-rests',
  'level-too-low',
  'shift-over',
  'officer-may-not',
  'officer-cap-reached',
  'delegation-over',
  'delegation-rests',
  'delegation-scene',
  'guardian-word-refused',
  'terminal-unknown',
  'step-out-of-order',
  'platform-tries-over',
  'platform-unavailable',
] as const satisfies readonly ErrorCode[];

type Answer = Dispatcher.ResponseData;

/** Where nobody could say more than that the authority failed us; `cause` is for the operator. */
export function unavailable(cause: unknown): Problem {
  return cause instanceof Problem ? cause : new Problem('authority-unavailable', { cause });
}

/**
 * The JSON of an answer with the expected status, as its schema says.
 * @throws Problem one of the refusals that are passed on; else authority-unavailable
 */
export async function readAnswer<Body>(answer: Answer, status: number, schema: Schema<Body>): Promise<Body> {
  if (answer.statusCode !== status) throw await refusal(answer);
  const body = await answer.body.json();
  if (!schema.Check(body)) throw new Error('the answer of the authority does not fit the contract');
  return body;
}

/**
 * Whether a refusal is the authority's own, with that code: what stands between us and it may answer the same status.
 * @throws Error, and SyntaxError, where it is another
 */
export async function namesCode(answer: Answer, code: ErrorCode): Promise<true> {
  if (codeIn(await answer.body.json()) !== code) throw new Error(`refused with ${answer.statusCode}`);
  return true;
}

/** Makes the Problem of any answer that is not a success. */
export async function refusal(answer: Answer): Promise<Problem> {
  if (answer.statusCode < 400 || (answer.statusCode >= 500 && answer.statusCode !== 503)) {
    await answer.body.dump();
    return unavailable(new Error(`the authority answered ${answer.statusCode}`));
  }
  const named = codeIn(await answer.body.json());
  const code = passedOn.find((each) => each === named);
  return code === undefined
    ? unavailable(new Error(`the authority refused with ${answer.statusCode}`))
    : new Problem(code);
}

function codeIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
}
