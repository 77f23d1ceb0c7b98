import type { FacePlatform } from '../../../shared/challenge.ts';

/** Who is to be recognised, as the platform wants to be told. */
export interface PlainIdentity {
  name: string;
  idNumber: string;
}

/** What the BFF lends for one call; WeChat needs both, Alipay neither. */
export interface Lent {
  accessToken?: string | undefined;
  openId?: string | undefined;
}

/** One face check that was opened at a platform, and what the platform demands to tell how it ended. */
export interface BegunFace {
  verifyId: string;
  /** Alipay only: the signed address of its page. */
  url?: string;
  /** Our own number of it, never used twice. */
  outSeqNo: string;
  /** WeChat only. */
  openId?: string;
  /** WeChat's digest of name and number: neither is kept. */
  certHash?: string;
}

/**
 * How a face check stands. `undecided`: nobody was looked at, or the page was left. It is no failure of the person, and
 * may be begun again. `not-passed`: a platform that tells a refusal no other than a page that was left.
 */
export type FaceEnd = 'pass' | 'fail' | 'undecided' | 'not-passed';

export type FaceVerifiers = Partial<Record<FacePlatform, FaceVerifier>>;

/** A platform that takes a face and compares it with what it knows of a name and a number. */
export interface FaceVerifier {
  /** @param outSeqNo 32 hexadecimal digits @throws Problem platform-unavailable */
  begin(asked: { lent: Lent; outSeqNo: string; identity: PlainIdentity }): Promise<BegunFace>;
  /** What the platform itself says. @throws Problem platform-unavailable where it said nothing that counts */
  end(asked: { lent: Lent; begun: BegunFace }): Promise<FaceEnd>;
}

/** The face checks that are open at a platform, by challenge: in memory only, and no longer than the challenge lives. */
export interface BegunFaces {
  /** All of the challenge: a page that was left may still be open beside a newer one. */
  opened(challengeId: string): readonly BegunFace[];
  triesOf(challengeId: string): number;
  /** Counts a call that makes the platform be asked, or says that there were `most` already. */
  countCall(challengeId: string, most: number, expiresAt: number): boolean;
  /** Counts another try, or says that there were `most` already. */
  countTry(challengeId: string, most: number, expiresAt: number): boolean;
  /** A try that the platform did not open does not count. */
  giveBack(challengeId: string): void;
  add(challengeId: string, begun: BegunFace): void;
  forget(challengeId: string): void;
  sweep(now: number): void;
}
