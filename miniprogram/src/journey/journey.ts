import type { SampleKind } from '../../../shared/challenge.ts';
import type { Consent, ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Text } from '../../../shared/text.ts';
import type { Sealed } from '../attempt/05-seal.ts';
import type { CheckedChallenge } from '../attempt/check-challenge.ts';
import type { Holder } from '../holder/holder.ts';
import type { HolderProblem } from '../holder/holder-problem.ts';
import type { SessionView, ToldView } from '../holder/who-asks.ts';
import type { Facing } from '../platform/camera/mounted-camera.ts';

/**
 * How far the ceremony has come on this phone. `shown`: nobody has agreed yet, or what was agreed to went with a reload.
 * `tried`: the attempt has ended, and another one may follow.
 */
export type Progress =
  | { at: 'shown' }
  | { at: 'agreed' }
  | { at: 'challenged'; checked: CheckedChallenge; takenAt: number }
  | { at: 'captured' }
  | { at: 'tried' };

/** One sample of an attempt; its envelope is kept until it has arrived, so that nothing is captured twice. */
export type Delivery =
  | { state: 'sealing'; done: Promise<void> }
  | { state: 'going'; sealed: Sealed; done: Promise<void> }
  | { state: 'arrived' }
  | { state: 'stuck'; sealed?: Sealed; problem: HolderProblem };

/** What the person typed, and the picture of the ID photo where one is needed; kept until the application ends. */
export interface Typed {
  identity: Identity;
  idPhoto?: Uint8Array;
}

/** Somebody for whom the owner answers: by which delegation, and as the owner calls them on this phone. */
export interface Ward {
  delegationId: string;
  name: Text;
  /** By which camera, and in which words, where this phone takes the face of somebody who is here. */
  taking?: { facing: Facing; title: Text; ready: Text; what: Text };
}

/**
 * One ceremony on one phone, as the app and the scripts alike go through it: `nextStep` says what comes, the other files of this
 * folder do it. It lives in memory alone: a reload starts from what the BFF still knows.
 */
export interface Journey {
  readonly holder: Holder;
  /** The newest view of the session. */
  view: SessionView;
  consent: Consent;
  /** For whom it is, where it is not for the owner; the samples are taken of that person. */
  ward?: Ward;
  /** Only when applying. */
  typed?: Typed;
  progress: Progress;
  /** Samples of this attempt: on their way, waiting to go again, or arrived. */
  deliveries: Map<SampleKind, Delivery>;
  /** Ends the capture that runs, as hiding the page does. */
  stop?: () => void;
  /** The counter was told that its guest has left the page, which is done once. */
  paused?: true;
  /** Is told the view of the session once it has ended. */
  onEnd?: (view: SessionView) => void;
  /** Where this phone wants the receipt of its session to be kept; asked before each challenge, and absent where it keeps none. */
  wantReceipt?: (holder: Holder, sessionId: string) => Promise<ReceiptWanted>;
  /** The same for the own copy of a ward whose face this phone takes. */
  wantCopy?: (holder: Holder, sessionId: string) => Promise<ReceiptWanted>;
}

/** A journey that starts from what the BFF says of the session. */
export function newJourney(holder: Holder, view: SessionView): Journey {
  const consent = { face: true, voice: true };
  return { holder, view, consent, progress: { at: 'shown' }, deliveries: new Map() };
}

/**
 * Takes what the BFF says of the session now. Which one it is, who asks and what for stays as the person was shown it: the next challenge
 * is checked against that, so that a BFF which names another counter later gets no sample for it.
 */
export function learnView(journey: Journey, said: ToldView): void {
  const { id, ceremony, asks, act } = journey.view;
  const learned: SessionView = { ...said, id, ceremony };
  if (asks === undefined) delete learned.asks;
  else learned.asks = asks;
  if (act === undefined) delete learned.act;
  else learned.act = act;
  journey.view = learned;
  if (!isFinal(learned.state)) return;
  forgetTyped(journey);
  journey.onEnd?.(learned);
}

/** Lets go of everything; a capture that runs is stopped and nothing of it is sent. */
export function endJourney(journey: Journey): void {
  journey.stop?.();
  forgetTyped(journey);
}

/** What was typed is of no use once the application has ended. */
function forgetTyped(journey: Journey): void {
  journey.typed?.idPhoto?.fill(0);
  delete journey.typed;
}
