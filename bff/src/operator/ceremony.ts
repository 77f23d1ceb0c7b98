import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { secretHash } from '../secrets/secrets.ts';

/** What a passkey is asked for, and about whom: a link's hash, an operator or, of a sign-in, nobody yet. */
export interface Ceremony {
  purpose: 'enrol' | 'add' | 'sign-in' | 'verify';
  about: string;
}

/** Begins a ceremony of two minutes with a challenge of its own; only the hashes of both are kept. */
export async function beginCeremony(
  { db, random, now }: Ports,
  { purpose, about }: Ceremony,
): Promise<{ ceremony: string; challenge: Uint8Array<ArrayBuffer> }> {
  const ceremony = encodeBase64url(random(16));
  const challenge = new Uint8Array(random(32));
  const params = {
    ceremony: secretHash(ceremony),
    challenge: secretHash(encodeBase64url(challenge)),
    expiresAt: now() + limits.passkeyCeremony,
  };
  await db.write([
    {
      sql: `insert into passkey_challenges (ceremony, challenge, purpose, about, expires_at)
        values (:ceremony, :challenge, :purpose, :about, :expiresAt)`,
      params: { ...params, purpose, about },
    },
  ]);
  return { ceremony, challenge };
}

/**
 * Whether the challenge that a passkey signed is that of the ceremony, which is over by this, whatever comes of it: what was asked
 * once is answered once.
 */
export function challengeOf(
  { db, now }: Ports,
  ceremony: string,
  { purpose, about }: Ceremony,
): (challenge: string) => Promise<boolean> {
  return async (challenge) => {
    const taken = await db.write([
      {
        sql: `delete from passkey_challenges where ceremony = :ceremony
          returning challenge, purpose, about, expires_at`,
        params: { ceremony: secretHash(ceremony) },
      },
    ]);
    const row = taken.done ? taken.rows[0]?.[0] : undefined;
    return (
      row !== undefined &&
      row.challenge === secretHash(challenge) &&
      row.purpose === purpose &&
      row.about === about &&
      Number(row.expires_at) > now()
    );
  };
}
