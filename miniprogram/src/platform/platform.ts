import type { FacePrompt } from '../../../shared/challenge.ts';
import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { VoiceRecording } from '../../../shared/sample/samples.ts';
import type { VoiceFault } from './microphone/listen-for-faults.ts';
import type { Sight } from './sight/sight.ts';

/** All that the steps know of the phone. Each member is small, so that a platform is a file of glue and nothing more. */
export interface Platform {
  clock: Clock;
  /** Fresh random bytes of the platform's own source. Rejects where there is none: nothing stands in for it. */
  randomBytes(length: number): Promise<Uint8Array>;
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** A fresh login code, good for one login. @throws DeviceError `login-refused` */
  loginCode(): Promise<{ platform: LoginPlatform; code: string }>;
  /** The key in the secure part of the phone, which signs after the finger. Absent where the platform has none. */
  secureKey?: SecureKey | undefined;
  storage: Storage;
  /** How its owner reads: see `KeptText`. */
  preferences: KeptText;
  /** Where receipts and their key are kept encrypted. Absent where the phone cannot: then nothing of them outlives the app. */
  vault?: Vault;
  /** @throws DeviceError `camera-...` */
  openCamera(): Promise<Camera>;
  /** Records until the digits are read or the time is over. @throws DeviceError `microphone-...` */
  record(speech: Speech): Promise<VoiceRecording>;
  /**
   * Opens the platform's own face check; resolves when it is closed, however it ended, as only the platform's server can say
   * that. Absent where the platform has none.
   */
  verifyFace?: (page: FacePage) => Promise<void>;
  /** Calls `listener` when the page is hidden or a call comes in; the answer takes the listener away again. */
  onHide(listener: () => void): () => void;
  /** Calls `left` when the app goes behind another one, or the screen off, and `back` when it is seen again, for as long as the app lives. */
  followApp?: (left: () => void, back: () => void) => void;
  /** Ends a recording that runs, or is about to; what was heard so far counts. */
  stopRecording?: () => void;
  /** Calls `listener` with what the microphone hears while it is open; the answer takes the listener away again. */
  level?: (listener: (heard: HeardVoice) => void) => () => void;
  /** Calls `listener` about five times a second with what the preview shows; the answer takes it away again. */
  sights?: (listener: (sight: Sight) => void) => () => void;
  /** Makes itself felt, and heard where it can, for a moment, so that a new prompt is not missed. A phone that cannot is no fault. */
  promptFeedback?: () => void;
  /** Reads a prompt aloud. */
  speak?: (text: string) => void;
  /**
   * The platform asks whether it may send messages of these templates; whether it may send one at least. Called from a tap, as the platforms demand.
   * Absent where it sends none.
   */
  askForMessages?: (templates: readonly string[]) => Promise<boolean>;
  /** Where the owner of the phone can allow camera and microphone after all. */
  openSettings?: () => Promise<void>;
  /** What a scanned code says. Rejects when the person turned back. @throws DeviceError `camera-...` where the camera is the reason */
  scan?: () => Promise<string>;
  /** The system's size of type, 1 being normal. */
  fontScale?: () => number;
}

/** `ready`: whether this phone has such a key and its owner's finger. `sign` rejects where the owner turned back. */
export interface SecureKey {
  ready(): Promise<boolean>;
  sign(challenge: string): Promise<{ json: string; signature: string }>;
}

/** Digits to be read aloud, and how long, in milliseconds, they may take: a pause before `shortest` is no end. */
export interface Speech {
  digits: string;
  shortest: number;
  longest: number;
  /** Called once the microphone is open, which a person who is asked for it may take a while over. What has opened and fails is not tried again by itself. */
  onOpen?: () => void;
}

/** `level`: 0..1. `fault`: what spoils all that was heard so far. */
export interface HeardVoice {
  level: number;
  fault?: VoiceFault | undefined;
}

/** What the platform's page is opened with; `url` at Alipay only. */
export interface FacePage {
  verifyId: string;
  url?: string;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `then` once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, then: () => void): () => void;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** Milliseconds until the request is given up. */
  timeout: number;
  /** A browser sends the cookies of its BFF along: only where the answer is for a browser that scanned. */
  cookies?: true;
  /** It goes on its way although the page is being closed. */
  outlives?: true;
}

/** Header names in lower case. A request without an answer rejects, whatever the error. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * All that outlives the app. `device-key`: 32 bytes in base64url. `credential-handle`: what home draws its card from before
 * the network has said anything, as JSON: the credential's opaque handle and its level, and nothing about the person. A
 * bare handle, without JSON, is read too. `newest-key-list`: version and age of the authority's newest key list, as JSON, so that no
 * older one is taken; it says nothing about who uses the phone, and stays when somebody logs out. `bound`: there once an account has used
 * the device key, so that the key alone logs in again; `signed` once the phone's secure key has signed for it, so that its owner is not asked
 * for the finger again. `place-lost`: there from the moment at which another phone took this
 * one's place until somebody signs in here. `notices-read`: the number of the last notice that was seen. `appointment`: code, place and day of
 * an appointment, as JSON: it opens nothing. `wards`: there where the owner answers for somebody, as JSON: what the owner calls each of them.
 */
export type StorageKey =
  | 'device-key'
  | 'bound'
  | 'credential-handle'
  | 'newest-key-list'
  | 'place-lost'
  | 'notices-read'
  | 'appointment'
  | 'wards';

export interface Storage {
  read(key: StorageKey): Promise<string | undefined>;
  write(key: StorageKey, value: string): Promise<void>;
  remove(key: StorageKey): Promise<void>;
}

/**
 * A text that is there before the first page is drawn, plain and outliving log-out: language and size of type, as JSON, and nothing
 * about who uses the phone. A phone that cannot keep it forgets it.
 */
export interface KeptText {
  read(): string | undefined;
  write(value: string): void;
}

/** One text, encrypted by the platform, or under a key that cannot be taken out of the browser. */
export interface Vault {
  /** Undefined where there is none, or none that can be opened. */
  read(): Promise<string | undefined>;
  /** Rejects where it cannot be encrypted: nothing is kept then. */
  write(value: string): Promise<void>;
  remove(): Promise<void>;
}

/** `at`: milliseconds by any clock that only goes forward. */
export interface CameraFrame {
  jpeg: Uint8Array;
  at: number;
}

export interface Camera {
  /** The frames seen while `prompt` is on the screen; null while the person just looks into the camera. */
  watch(window: { prompt: FacePrompt | null; frames: number; longest: number }): Promise<CameraFrame[]>;
  close(): Promise<void>;
}
