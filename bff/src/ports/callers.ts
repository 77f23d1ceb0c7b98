import type { OfficerRole } from '../../../shared/contract/officer/terms.ts';
import type { TokenKind } from '../../../shared/contract/operator/sign-in.ts';
import type { CounterId, HolderId, OfficerId, OperatorId, RpId, ShiftId } from '../../../shared/ids.ts';

/** Who calls as a device: proved by a DPoP proof of its key. */
export interface DeviceCaller {
  deviceThumbprint: string;
}

/** Who comes to log in. */
export interface Arriving extends DeviceCaller {
  /** The network address that the request came from. */
  source: string;
}

/** Who scanned, with the arrival ticket in the cookie of the browser, where it has one. */
export interface Scanning extends Arriving {
  ticket: string | undefined;
}

/** Who calls the holder API: proved by an access token and a DPoP proof of the same device key, which is the holder's live one. */
export interface HolderCaller extends DeviceCaller {
  holderId: HolderId;
}

/** Who disputes something: on the live phone, or by the ticket of a phone that lost its place. */
export interface DisputingCaller extends HolderCaller {
  by: 'login' | 'ticket';
}

/** Who calls the counter API: proved by an access token that the counter's own key obtained. */
export interface CounterCaller {
  rpId: RpId;
  counterId: CounterId;
  /** A page of the counter's: of its relying party's other counters it may do and see nothing. */
  ownSessionsOnly?: true;
  /** An officer who works there: of what the relying party asks for itself it may do and see nothing. */
  officer?: true;
}

/** Who calls the operator API: proved by a token that a passkey of the operator's opened. */
export interface OperatorCaller {
  operatorId: OperatorId;
}

/**
 * Who calls the officer API: proved by a shift token that the authority signed, a DPoP proof of the browser's key to which it is bound, and that
 * the authority says the shift stands.
 */
export interface OfficerCaller extends DeviceCaller {
  officerId: OfficerId;
  shiftId: ShiftId;
  role: OfficerRole;
  rpId: RpId;
  counterId: CounterId;
}

/** A counter that is a terminal: proved by its token, and by a DPoP proof of the key that it is registered with. */
export interface TerminalCaller extends CounterCaller, DeviceCaller {}

/** The same with the token that was shown. Times in epoch milliseconds. */
export interface SignedIn extends OperatorCaller {
  /** SHA-256 of the token, base64url. */
  token: string;
  kind: TokenKind;
  expiresAt: number;
  /** Not used until then, it is over; undefined where idleness does not end it. */
  idleAt: number | undefined;
  /** Until then a call that asks for a fresh verification is taken. */
  verifiedUntil: number;
}

/** A browser or a command that comes without a token, to get one, or to give its own back. */
export interface Visiting {
  /** The network address that the request came from. */
  source: string;
  /** SHA-256 of the token that it brought in its cookie, base64url. */
  token: string | undefined;
  /** Leaves the token in a cookie that no script reads; undefined takes the cookie away. */
  keep(token: string | undefined): void;
}

/** The Idempotency-Key of a creating call and the SHA-256 (base64url) of what was asked: method, path and body. */
export interface IdempotencyKey {
  key: string;
  bodyHash: string;
}

/** Signs the claims of an access token; issuer, audience and type are the signer's own. `iat` and `exp` are in seconds. */
export type SignToken = (claims: {
  sub: string;
  iat: number;
  exp: number;
  [claim: string]: unknown;
}) => string;
