import { isMetadata, type Metadata } from './guards.ts';
import { type Fetch, readAnswer } from './read-answer.ts';

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What the service says of itself (RFC 8414), from its issuer alone, whose path stands behind the name of the document (section 3.1).
 * @throws TypeError where the issuer is plain HTTP elsewhere than on this machine, Error where the document is another's (section 3.3)
 */
export async function discover(fetch: Fetch, issuer: string): Promise<Metadata> {
  const { protocol, hostname, origin, pathname } = new URL(issuer);
  if (protocol !== 'https:' && !ownNames.has(hostname))
    throw new TypeError('the issuer is to be https; plain http is for this machine only');
  const url = `${origin}/.well-known/oauth-authorization-server${pathname.replace(/\/$/, '')}`;
  const call = { method: 'GET', url };
  const metadata = await readAnswer(fetch, call, isMetadata);
  if (metadata.issuer !== issuer) throw new Error(`${issuer} calls itself ${metadata.issuer}`);
  return metadata;
}
