import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { drawUserCode } from '../../../shared/user-code.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { Visiting } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { issueToken } from './issue-token.ts';

/** A command asks for a token: it gets a code for the operator to compare, and a secret by which it alone fetches the token. */
export async function openPairing(
  ports: Ports,
  { label }: { label: string },
  { source }: Visiting,
): Promise<{ secret: string; code: string; page: string; interval: number; expiresAt: number }> {
  const network = networkOf(source);
  const { secret, hash } = newSecret(ports.random);
  const code = drawUserCode(ports.random);
  const expiresAt = ports.now() + limits.pairingLifetime;
  const kept = {
    sql: `insert into pairings (hash, code, label, network, expires_at)
      values (:hash, :code, :label, :network, :expiresAt)`,
    params: { hash, code, label, network, expiresAt },
  };
  const { written } = await take(ports, [{ quota: 'pairings-by-network', subject: network }], {
    also: [kept],
  });
  // The same eight letters twice within ten minutes: as good as never, and the next try has others.
  if (!written.done) throw new Problem('storage-busy');
  const page = `${consoleAddress(ports.settings.publicUrl).origin}/console#pair=${code}`;
  return { secret, code, page, interval: limits.pairingInterval, expiresAt };
}

/** The command looks. Its token is made as it is fetched, and told this once. @throws Problem pairing-over */
export async function collectToken(
  ports: Ports,
  { secret }: { secret: string },
  { source }: Visiting,
): Promise<{ token?: string; expiresAt: number }> {
  await take(ports, [{ quota: 'pairing-looks-by-network', subject: networkOf(source) }]);
  const hash = secretHash(secret);
  const [row] = await ports.db.read(
    'select operator_id, label, approved_at, expires_at from pairings where hash = :hash and expires_at > :now',
    { hash, now: ports.now() },
  );
  if (row === undefined) throw new Problem('pairing-over');
  if (typeof row.approved_at !== 'number') return { expiresAt: Number(row.expires_at) };
  const issued = issueToken(ports, asId('opr', String(row.operator_id)), {
    ...{ kind: 'command', label: String(row.label), verifiedAt: row.approved_at },
  });
  const written = await ports.db.write([
    { sql: 'delete from pairings where hash = :hash returning hash', params: { hash }, rows: 1 },
    issued.kept,
  ]);
  if (!written.done) throw new Problem('pairing-over');
  return { token: issued.token, expiresAt: issued.signedIn.expiresAt };
}
