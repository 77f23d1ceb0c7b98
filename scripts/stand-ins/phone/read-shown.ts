import { Value } from 'typebox/value';
import { ProblemDetails } from '../../../shared/contract/problem.ts';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { parseCode } from '../../../shared/counter-code/parse-code.ts';

/** What a counter shows to a phone: a session, of which the code of each second is made, or one address that was copied from a screen. */
export type Shown = { session: OpenSessionAnswer } | { address: string };

/** @throws Error in a sentence, where it is neither */
export function readShown(text: string): Shown {
  if (parseCode(text) !== undefined) return { address: text };
  const said = parsed(text);
  if (Value.Check(OpenSessionAnswer, said)) return { session: said };
  if (Value.Check(ProblemDetails, said))
    throw new Error(`The check was not opened: ${said.detail} (${said.code}, ${said.traceId})`);
  throw new Error(
    text.trim() === ''
      ? 'What the counter shows is empty: the check was not opened. Look at the answer of POST /counter/v1/sessions.'
      : 'That is neither the answer of POST /counter/v1/sessions nor the address of a code.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
