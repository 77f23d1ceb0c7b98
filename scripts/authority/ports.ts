import type { Random } from '../../shared/bytes/random.ts';
import type { SealSuite } from '../../shared/seal/types.ts';
import type { Deciders } from './deciders.ts';
import type { KeyRing } from './keys/key-ring.ts';
import type { BegunFaces } from './platform-face/begun-faces.ts';
import type { FaceVerifiers } from './platform-face/face-verifier.ts';
import type { Register } from './register/register.ts';
import type { SampleDesk } from './samples/sample-desk.ts';
import type { Scenarios } from './script/scenarios.ts';
import type { Store } from './store/open-store.ts';
import type { VerdictBell } from './verdict/verdict-bell.ts';

/** What stands in every token as `iss`. */
export const issuer = 'liangzheng-sandbox';

/** Everything that the authority's steps reach the world by. */
export interface AuthorityPorts {
  /** Epoch milliseconds, the `wrong-clock` scenario included. */
  now(): number;
  random: Random;
  /** Resolves after so many milliseconds, or at once when the authority stops. */
  sleep(milliseconds: number): Promise<void>;
  store: Store;
  keys: KeyRing;
  register: Register;
  desk: SampleDesk;
  deciders: Deciders;
  /** The platforms that take faces for this authority. */
  faceVerifiers: FaceVerifiers;
  begunFaces: BegunFaces;
  scenarios: Scenarios;
  bell: VerdictBell;
  /** Structured and without personal data. */
  warn(what: string, facts: Record<string, string | number>): void;
  settings: {
    suite: SealSuite;
    /** The audience of verdicts. */
    bffId: string;
  };
}
