import { encodeBase64url } from './bytes/base64url.ts';
import type { Random } from './bytes/random.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One session of any ceremony, a check at a counter or an application: `ses_` and 128 random bits. */
export type SessionId = Branded<'session'>;
/** One challenge of the authority: `chl_` and 128 random bits. */
export type ChallengeId = Branded<'challenge'>;
/** A person's account at this BFF: `hol_` and a keyed hash of the platform's own id, never that id itself. */
export type HolderId = Branded<'holder'>;
/** The opaque handle of a credential: `crd_` and 128 random bits. Only the authority knows who it stands for. */
export type CredentialHandle = Branded<'credential'>;
/** Somebody who works for the operator: `opr_` and 128 random bits. */
export type OperatorId = Branded<'operator'>;
/** A webhook of an RP: `hook_` and 128 random bits. */
export type WebhookId = Branded<'webhook'>;
/** What a webhook is told, once or again: `evt_` and 128 random bits. */
export type EventId = Branded<'event'>;
/** Two people who confirm each other: `mtg_` and 128 random bits. */
export type MeetingId = Branded<'meeting'>;
/** What one operator proposed to do and another may approve: `prp_` and 128 random bits. */
export type ProposalId = Branded<'proposal'>;
/** What somebody disputes: `dsp_` and 128 random bits. It leads to no person. */
export type DisputeId = Branded<'dispute'>;
/** What a holder agreed to, or had erased: `cns_` or `ers_` and 128 random bits, the number of the receipt. */
export type ConsentId = Branded<'consent'>;
export type ErasureId = Branded<'erasure'>;
/** Who works at an acceptance point with power over others' credentials; registered at the authority alone: `off_` and 128 random bits. */
export type OfficerId = Branded<'officer'>;
/** One shift of an officer, opened by a passkey: `shf_` and 128 random bits. */
export type ShiftId = Branded<'shift'>;
/** What an officer decided, and another may have to look at: `cas_` and 128 random bits. */
export type CaseId = Branded<'case'>;
/** By which a guardian answers for a ward; registered at the authority: `del_` and 128 random bits. */
export type DelegationId = Branded<'delegation'>;
export type RpId = Branded<'rp'>;
export type CounterId = Branded<'counter'>;
/** Where officers see cards and raise credentials to strict. */
export type AcceptancePointId = Branded<'acceptance point'>;
/** Who answers for self-service terminals. */
export type TerminalOwnerId = Branded<'terminal owner'>;

export interface Ids {
  ses: SessionId;
  chl: ChallengeId;
  hol: HolderId;
  crd: CredentialHandle;
  opr: OperatorId;
  hook: WebhookId;
  evt: EventId;
  mtg: MeetingId;
  prp: ProposalId;
  dsp: DisputeId;
  cns: ConsentId;
  ers: ErasureId;
  off: OfficerId;
  shf: ShiftId;
  cas: CaseId;
  del: DelegationId;
  rp: RpId;
  cnt: CounterId;
  acp: AcceptancePointId;
  own: TerminalOwnerId;
}

/** What a schema demands of each random id; the registered ids of RPs, counters and the like are shorter and chosen by the operator. */
export const idPattern = {
  ses: '^ses_[A-Za-z0-9_-]{22}$',
  chl: '^chl_[A-Za-z0-9_-]{22}$',
  hol: '^hol_[A-Za-z0-9_-]{22}$',
  crd: '^crd_[A-Za-z0-9_-]{22}$',
  opr: '^opr_[A-Za-z0-9_-]{22}$',
  hook: '^hook_[A-Za-z0-9_-]{22}$',
  evt: '^evt_[A-Za-z0-9_-]{22}$',
  mtg: '^mtg_[A-Za-z0-9_-]{22}$',
  prp: '^prp_[A-Za-z0-9_-]{22}$',
  dsp: '^dsp_[A-Za-z0-9_-]{22}$',
  cns: '^cns_[A-Za-z0-9_-]{22}$',
  ers: '^ers_[A-Za-z0-9_-]{22}$',
  off: '^off_[A-Za-z0-9_-]{22}$',
  shf: '^shf_[A-Za-z0-9_-]{22}$',
  cas: '^cas_[A-Za-z0-9_-]{22}$',
  del: '^del_[A-Za-z0-9_-]{22}$',
  rp: '^rp_[a-z0-9-]{2,40}$',
  cnt: '^cnt_[a-z0-9-]{2,40}$',
  acp: '^acp_[a-z0-9-]{2,40}$',
  own: '^own_[a-z0-9-]{2,40}$',
} as const satisfies Record<keyof Ids, string>;

type RandomId =
  | ('ses' | 'chl' | 'crd' | 'opr' | 'prp' | 'dsp' | 'cns' | 'ers' | 'hook' | 'evt' | 'mtg')
  | ('off' | 'shf' | 'cas' | 'del');

/** Makes a fresh id of 128 random bits. */
export function newId<K extends RandomId>(kind: K, random: Random): Ids[K] {
  return asId(kind, `${kind}_${encodeBase64url(random(16))}`);
}

/** Brands a text that has the form of the id. @throws RangeError otherwise */
export function asId<K extends keyof Ids>(kind: K, text: string): Ids[K] {
  if (!isId(kind, text)) throw new RangeError(`not an id of the kind ${kind}`);
  return text;
}

function isId<K extends keyof Ids>(kind: K, text: string): text is Ids[K] {
  return new RegExp(idPattern[kind]).test(text);
}
