/** The operator's own access to a platform's face verifier, lent to the authority for one call. */
export interface PlatformToken {
  /** @throws Problem platform-unavailable */
  current(): Promise<string>;
  /** The platform would not take this one any more. */
  forget(token: string): void;
}

/** The platforms that take faces in the place of our own capture; none where the operator left it off. */
export interface FaceVerifiers {
  wechat?: PlatformToken;
  /** The authority calls Alipay with a key of its own: nothing is lent. */
  alipay?: true;
}
