import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { registerTerminalCall } from '../../../shared/contract/authority/family.ts';
import { type Running, readTrust } from '../../sandbox/read-running.ts';
import { callJson } from '../call-json.ts';
import { fetchToken } from '../counter/fetch-token.ts';
import { readCounter } from '../counter/read-counter.ts';
import { openTerminal, type StandInTerminal } from './terminal.ts';

/** A counter of the sandbox as a terminal of class II, which the administrator tells the authority of. @throws Error where there is no such counter */
export async function sandboxTerminal(
  { sandbox, bffUrl, authorityUrl }: Pick<Running, 'sandbox' | 'bffUrl' | 'authorityUrl'>,
  counterId: string,
): Promise<StandInTerminal> {
  const headers = { authorization: `Bearer ${sandbox.authority.administratorToken}` };
  const url = authorityUrl + registerTerminalCall.path;
  await callJson({ url, headers, body: { counterId, stands: true } }, registerTerminalCall.answer);
  const settings = readCounter(sandbox, counterId, bffUrl);
  const { kty, crv, x, y, d } = settings.key;
  const key = { privateKey: decodeBase64url(d), publicJwk: { kty, crv, x, y } };
  const { root } = readTrust(sandbox);
  const token = async () => (await fetchToken(settings)).token;
  return openTerminal({ url: bffUrl, publicUrl: bffUrl, now: Date.now, root, key, token });
}
