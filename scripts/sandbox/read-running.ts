import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneOf, record, text } from '../../miniprogram/src/holder/form.ts';
import type { TrustAnchor } from '../../miniprogram/src/holder/holder.ts';
import { readSandbox, type Sandbox } from './sandbox.ts';

/** A sandbox that another process has started, and where it is reached. */
export interface Running {
  sandbox: Sandbox;
  bffUrl: string;
  platformUrl: string;
  authorityUrl: string;
}

const isAddresses = record({ bffUrl: text(), platformUrl: text(), authorityUrl: text() });

/** Reads `running.json` in a data folder, as `npm start` leaves it there. @throws Error when nothing runs there */
export async function readRunning(data: string): Promise<Running> {
  const sandbox = readSandbox(data);
  const addresses: unknown = await readFile(join(data, 'running.json'), 'utf8').then(
    JSON.parse,
    () => undefined,
  );
  if (sandbox === undefined || !isAddresses(addresses)) {
    throw new Error('No sandbox is running: start one with `npm start` first.');
  }
  return { sandbox, ...addresses };
}

const isRoot = record({ kty: oneOf(['EC']), crv: oneOf(['P-256']), x: text(), y: text() });

/** The root key of a sandbox, as a phone's package would have it pinned. */
export function readTrust({ folder, authority }: Sandbox): TrustAnchor {
  const root: unknown = JSON.parse(readFileSync(join(folder, authority.root), 'utf8'));
  if (!isRoot(root)) throw new Error(`${authority.root} is not a public key`);
  const { kty, crv, x, y } = root;
  return { root: { kty, crv, x, y }, sandbox: true };
}
