import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneOf, record, text } from '../../../miniprogram/src/holder/form.ts';
import type { TrustAnchor } from '../../../miniprogram/src/holder/holder.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

const isRoot = record({ kty: oneOf(['EC']), crv: oneOf(['P-256']), x: text(), y: text() });

/** The root key of a sandbox, as a phone's package would have it pinned. */
export function readTrust({ folder, authority }: Sandbox): TrustAnchor {
  const root: unknown = JSON.parse(readFileSync(join(folder, authority.root), 'utf8'));
  if (!isRoot(root)) throw new Error(`${authority.root} is not a public key`);
  const { kty, crv, x, y } = root;
  return { root: { kty, crv, x, y }, sandbox: true };
}
