import type { CounterId, HolderId, RpId } from '../../../shared/ids.ts';

/** Who calls the holder API: proved by an access token and a DPoP proof of the same device key, which is the holder's live one. */
export interface HolderCaller {
  holderId: HolderId;
  deviceThumbprint: string;
}

/** Who calls the counter API: proved by an access token that the counter's own key obtained. */
export interface CounterCaller {
  rpId: RpId;
  counterId: CounterId;
}

/** The Idempotency-Key of a creating call and the SHA-256 (base64url) of what was asked: method, path and body. */
export interface Creation {
  key: string;
  bodyHash: string;
}
