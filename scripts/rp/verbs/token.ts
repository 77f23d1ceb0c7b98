import { asId } from '../../../shared/ids.ts';
import { fetchToken } from '../../stand-ins/counter/fetch-token.ts';
import { readOwnCounter } from '../../stand-ins/counter/read-counter.ts';
import { readPrivateKey } from '../../stand-ins/counter/read-jwk.ts';
import { dataFolder } from '../open-desk.ts';
import type { Options } from '../options.ts';

/**
 * `token COUNTER`: an access token, as the counter's own program gets it, by the newest key that this command made for it or by the one
 * of a file.
 * @throws Error in a sentence, CallProblem
 */
export async function tokenByCommand(bffUrl: string, counterId: string, given: Options): Promise<void> {
  const settings =
    given.key === undefined
      ? readOwnCounter(dataFolder, counterId, bffUrl)
      : { bffUrl, counterId: asId('cnt', counterId), key: readPrivateKey(given.key) };
  const { token } = await fetchToken(settings);
  console.log(token);
}
