import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOperatorToken } from '../program/operator-token.ts';
import { readSandbox } from '../sandbox/sandbox.ts';
import { keysOfCommand } from '../stand-ins/counter/read-counter.ts';
import { type Desk, onlineDesk } from './desk.ts';
import { offlineDesk } from './offline-desk.ts';

/** Where `npm start` and the commands of an operator keep what is theirs. */
export const dataFolder = fileURLToPath(new URL('../../.data', import.meta.url));
/** Where the keys of a relying party go that this command makes. */
export const keyFolder = (rpId: string) => join(dataFolder, keysOfCommand, rpId);

/**
 * The running BFF that a token of an operator is here for; without one the database that LZ_DATABASE names, before there is an
 * operator. The registrar's token is the one of REGISTRAR_TOKEN, else that of the sandbox in the folder; where the operator's token was
 * handed in (OPERATOR_TOKEN) the folder is not looked at, and no secret of it goes anywhere.
 * @throws Error in a sentence that says what to do
 */
export async function openDesk(bffUrl: string | undefined): Promise<Desk> {
  const known = readOperatorToken(dataFolder, bffUrl === undefined ? {} : { bffUrl });
  const { REGISTRAR_TOKEN, OPERATOR_TOKEN } = process.env;
  const here = OPERATOR_TOKEN === undefined ? readSandbox(dataFolder) : undefined;
  const registrarToken = REGISTRAR_TOKEN ?? here?.authority.registrarToken;
  if (known !== undefined) return onlineDesk({ ...known, registrarToken });
  if (process.env.LZ_DATABASE !== undefined) return offlineDesk(registrarToken);
  throw new Error(
    'There is no token of an operator here. Start a sandbox with `npm start`; or get a token by `npm run operator -- token`; or, before a BFF has its first operator, run this on its server with the settings that it starts with (LZ_DATABASE and the others).',
  );
}
