/** Who is to be recognised, as the platform wants to be told. */
export interface PlainIdentity {
  name: string;
  idNumber: string;
}

/** One face check that was opened at a platform; what the platform demands to tell how it ended. */
export interface BegunFace {
  verifyId: string;
  /** Our own number of it, never used twice. */
  outSeqNo: string;
  openId: string;
  /** The platform's digest of name and number: neither is kept. */
  certHash: string;
}

/**
 * How a face check stands. `undecided`: nobody was looked at, or the page was left. It is no failure of the person, and
 * may be begun again.
 */
export type FaceEnd = 'pass' | 'fail' | 'undecided';

/** A platform that takes a face and compares it with what it knows of a name and a number. */
export interface FaceVerifier {
  /** @throws Problem platform-unavailable */
  begin(asked: {
    accessToken: string;
    openId: string;
    outSeqNo: string;
    identity: PlainIdentity;
  }): Promise<BegunFace>;
  /** What the platform itself says. @throws Problem platform-unavailable where it said nothing that counts */
  end(asked: { accessToken: string; begun: BegunFace }): Promise<FaceEnd>;
}
