import { createHash } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';

/** A verify id opens a page for one hour. */
export const verifyIdLifetime = 3600;

/** What the person does before the platform's own camera. */
export const acts = ['pass', 'fail', 'cancel'] as const;
export type Act = (typeof acts)[number];

/** The verify_ret of each: recognised, another face, left while being looked at. */
const verifyRet = { pass: 10000, fail: 10004, cancel: 90004 } as const satisfies Record<Act, number>;

export interface CertInfo {
  cert_type: string;
  cert_name: string;
  cert_no: string;
}

interface FaceCheck {
  outSeqNo: string;
  openId: string;
  certHash: string;
  expiresAt: number;
  verifyRet?: number;
}

export interface FaceActs {
  /** The verify id, or undefined where the number of the caller was used before. */
  open(asked: { outSeqNo: string; openId: string; cert: CertInfo }): string | undefined;
  /** Plays what the person does; only whom the check was opened for can, in time, and once unless it was left. */
  play(verifyId: string, openId: string, act: Act): boolean;
  find(verifyId: string): Readonly<FaceCheck> | undefined;
}

/** WeChat's face checks: how each ended is known here and nowhere else. */
export function makeFaceActs(now: () => number, random: Random): FaceActs {
  const checks = new Map<string, FaceCheck>();
  const used = new Set<string>();
  return {
    open({ outSeqNo, openId, cert }) {
      if (used.has(outSeqNo)) return undefined;
      used.add(outSeqNo);
      const verifyId = encodeBase64url(random(48));
      const expiresAt = now() + verifyIdLifetime * 1000;
      checks.set(verifyId, { outSeqNo, openId, certHash: certHashOf(cert), expiresAt });
      return verifyId;
    },
    play(verifyId, openId, act) {
      const check = checks.get(verifyId);
      if (check === undefined || check.openId !== openId || check.expiresAt <= now()) return false;
      if (check.verifyRet !== undefined && check.verifyRet !== verifyRet.cancel) return false;
      check.verifyRet = verifyRet[act];
      return true;
    },
    find: (verifyId) => checks.get(verifyId),
  };
}

/** WeChat's digest of an identity: SHA-256, lower-case hex, over the fields in base64. */
function certHashOf({ cert_type, cert_name, cert_no }: CertInfo): string {
  const [type, name, number] = [cert_type, cert_name, cert_no].map((text) =>
    Buffer.from(text).toString('base64'),
  );
  return createHash('sha256').update(`cert_type=${type}&cert_name=${name}&cert_no=${number}`).digest('hex');
}
