import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';

/**
 * Exchanges a login code for the platform's own id of the person, which is hashed at once and never stored.
 * @throws Problem login-refused, platform-unavailable
 */
export type PlatformLogin = (code: string) => Promise<{ subject: string }>;
export type PlatformLogins = Record<LoginPlatform, PlatformLogin>;

/**
 * Whether the secure key (SOTER) of a phone of that person at WeChat signed the text.
 * @throws Problem platform-unavailable
 */
export type CheckSoter = (openId: string, proof: { json: string; signature: string }) => Promise<boolean>;

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

/**
 * Sends the login code to the phone number; what the message says around it is the adapter's affair. Resolves when the
 * provider has taken it.
 * @throws Problem platform-unavailable where the provider failed, for whatever number; whatever else is thrown is of this message
 * alone. Neither names number or code.
 */
export type SendSms = (phone: string, code: string) => Promise<void>;

/** A provider of SMS, of which nobody waits for a single message. */
export interface Sms {
  /** @throws Problem platform-unavailable for a while after it failed, the same for whoever asks */
  demandUp(): void;
  send: SendSms;
}
