import type { Random } from '../../../shared/bytes/random.ts';
import type { Ceremony as CeremonyName } from '../../../shared/ceremonies.ts';
import type { About } from '../../../shared/contract/about.ts';
import type { Figures } from '../../../shared/contract/operator/figures.ts';
import type { DeliveryFault } from '../../../shared/contract/operator/webhook-view.ts';
import type { ErasureClaims } from '../../../shared/contract/protect/erase.ts';
import type { CounterId, RpId, SessionId } from '../../../shared/ids.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import type { Level } from '../../../shared/levels.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import type { Audit, AuditedWrite } from './audit.ts';
import type { Authority } from './authority.ts';
import type { Ceremony } from './ceremony.ts';
import type { Db } from './db.ts';
import type { Delegations } from './delegations.ts';
import type { Officers } from './officers.ts';
import type { CheckSoter, FaceVerifiers, PlatformLogins, Sms } from './platforms.ts';
import type { QuotaName, Usage } from './quotas.ts';
import type { Registrar } from './registrar.ts';
import type { Registry } from './registry.ts';
import type { ReminderChannels } from './reminders.ts';
import type { ReplayGuard } from './replay.ts';
import type { SessionChanges } from './session-changes.ts';
import type { Surface, Tallied, Tally } from './tally.ts';
import type { TokenFault } from './token-faults.ts';
import type { WebhookSender } from './webhooks.ts';

/** What has happened inside, for `/metrics` and the console: counters and times without labels that could point at a person. */
export interface Measures {
  sessionEnded(state: string): void;
  relayed(bytes: number): void;
  relaysInFlight(delta: 1 | -1): void;
  /** Milliseconds from the verdict's arrival to its being pushed. */
  verdictPushed(milliseconds: number): void;
  /** Credentials about which the authority said something else than was known here: void there, or live there and nobody's here. */
  credentialsDiffered(
    what: 'void-there' | 'live-there' | 'weaker-here' | 'weaker-there',
    count: number,
  ): void;
  /** One try of a webhook's delivery: `delivered`, or why not; seconds that it took. */
  webhookDelivered(outcome: 'delivered' | DeliveryFault, seconds: number): void;
  /** How many events wait for their webhooks, and for how many seconds the oldest of them has waited. */
  webhooksWait(count: number, oldestSeconds: number): void;
  /** An answer that ended, or a refusal of what never became a request; the route is its pattern. */
  requestDone(done: {
    method: string;
    route: string;
    surface: Surface;
    status: number;
    seconds: number;
  }): void;
  /** A client that was not recognised, or a device code that gave no token: a word of a closed list. */
  tokenRefused(reason: TokenFault): void;
  eventStreams(delta: 1 | -1): void;
  /** A round of a job; `waits` where another process holds its lease. */
  jobRan(job: string, outcome: 'done' | 'failed' | 'waits', seconds: number): void;
  quotaRefused(quota: QuotaName): void;
  /** A call to the authority; `refused` is an answer, as of a check that it does not know. */
  authorityAsked(call: string, outcome: 'answered' | 'refused' | 'unavailable', seconds: number): void;
  tallied(what: Tallied): void;
  /** The sum of it, since this process began. */
  summary(): Promise<Figures>;
}

/** What a result token tells of a check; times in epoch milliseconds. */
export interface DecidedCheck {
  sessionId: SessionId;
  rpId: RpId;
  counterId: CounterId;
  scene: Scene;
  level: Level;
  purpose: Purpose;
  outcome: 'pass' | 'fail';
  openedAt: number;
  decidedAt: number;
  /** A sandbox authority decided. */
  sandbox: boolean;
}

export interface SignedResult {
  /** JWS, inside a JWE where the RP registered a key. */
  token: string;
  /** The key that signed it. */
  kid: string;
}

/** Signs a result token for exactly one RP. */
export type ResultSigner = (check: DecidedCheck) => Promise<SignedResult>;

/** Signs the receipt of an erasure, by the key that signs results; `iss` is the signer's. */
export type ErasureSigner = (claims: Omit<ErasureClaims, 'iss'>) => string;

/** A QR code of the text as a square PNG, `size` pixels a side. */
export type DrawCode = (text: string, size: number) => Promise<Uint8Array>;

/** Everything that the steps reach the world by. Only `compose.ts` knows what stands behind it. */
export interface Ports {
  now(): number;
  random: Random;
  db: Db;
  audit: Audit;
  audited: AuditedWrite;
  tally: Tally;
  authority: Authority;
  officers: Officers;
  delegations: Delegations;
  /** By name: all that the contract names. */
  ceremonies: Readonly<Record<CeremonyName, Ceremony> & Record<string, Ceremony>>;
  platforms: PlatformLogins;
  faceVerifiers: FaceVerifiers;
  reminders: ReminderChannels;
  /** Absent where no platform checks signatures of secure keys. */
  checkSoter?: CheckSoter;
  /** Absent where the operator offers no sign-in by SMS. */
  sms?: Sms;
  registry: Registry;
  registrar: Registrar;
  replay: ReplayGuard;
  usage: Usage;
  sessionChanges: SessionChanges;
  signResult: ResultSigner;
  signErasure: ErasureSigner;
  webhooks: WebhookSender;
  drawCode: DrawCode;
  measures: Measures;
  /** Structured and without personal data: a code word and ids of sessions only. */
  warn(what: string, facts: Record<string, string | number>): void;
  settings: {
    /** Nothing is at stake: a client is told why it was refused. */
    sandbox: boolean;
    /** Where the helper of a card reader answers on the officer's own computer; in a sandbox anywhere. Undefined where there is none. */
    cardReader?: string | undefined;
    /** The origin of the officers' page. */
    officerOrigin: string;
    /** The authority's root key, which the officers' page trusts in a sandbox. */
    sandboxRoot?: PublicJwk | undefined;
    /** Where phones and counters reach this BFF, no trailing slash. */
    publicUrl: string;
    /** 32 bytes: keys the hash that turns a platform's id of a person into a holder id. */
    holderPepper: Uint8Array;
    relaysInFlight: number;
    /** Who stands behind this service, as people are told: the controllers of consent receipts. */
    about: Pick<About, 'operator' | 'authority' | 'hotline' | 'privacyUrl'>;
    /** By what the pauses between two tries of a webhook are divided: 1 but where somebody tries things in a sandbox. */
    webhookHaste: number;
  };
}
