import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asId } from '../../../shared/ids.ts';
import { fetchToken } from '../../stand-ins/counter/fetch-token.ts';
import { readPrivateKey } from '../make-key.ts';
import { keyFolder } from '../open-desk.ts';
import type { Options } from '../options.ts';

/** `token COUNTER`: an access token, as the counter's own program gets it, by the newest key that this command made for it. @throws Error in a sentence, CallProblem */
export async function tokenByCommand(bffUrl: string, counterId: string, given: Options): Promise<void> {
  const key = readPrivateKey(given.key ?? newestOf(counterId));
  const { token } = await fetchToken({
    ...{ bffUrl, key, counterId: asId('cnt', counterId), rpId: asId('rp', 'rp_unknown') },
  });
  console.log(token);
}

/** Kids begin with their day. */
function newestOf(counterId: string): string {
  const files = existsSync(keyFolder) ? readdirSync(keyFolder) : [];
  const newest = files
    .filter((file) => file.startsWith(`${counterId}.`))
    .sort()
    .at(-1);
  if (newest === undefined)
    throw new Error(`There is no key of ${counterId} in ${keyFolder}: name its file by --key FILE.`);
  return join(keyFolder, newest);
}
