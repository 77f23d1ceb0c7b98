import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { Identity } from '../../../shared/sample/unpack-identity.ts';
import type { CheckedChallenge } from '../attempt/check-challenge.ts';
import type { Holder } from '../holder/holder.ts';
import type { Delivery } from './delivery.ts';

/** How far the one ceremony in progress has come on this phone. */
export type Stage =
  | { at: 'shown' }
  | { at: 'agreed' }
  | { at: 'challenged'; checked: CheckedChallenge; takenAt: number }
  | { at: 'captured' };

/** What the person typed, and the picture of the ID photo where one is needed; kept until the application ends. */
export interface Typed {
  identity: Identity;
  idPhoto?: Uint8Array;
}

/** The one ceremony in progress. It lives in memory alone: a reload starts from what the BFF still knows. */
export interface Journey {
  readonly holder: Holder;
  /** The newest view of the session or the application. */
  view: HolderView;
  consent: { face: boolean; voice: boolean };
  /** Only when applying. */
  typed?: Typed;
  stage: Stage;
  /** Sealed samples of this attempt, on their way or waiting to go again. */
  deliveries: Map<SealedKind, Delivery>;
  /** Ends the capture that runs, as hiding the page does. */
  stop?: () => void;
}

let current: Journey | undefined;

/** The ceremony in progress, if it is the one of this id. */
export function journeyOf(id: string): Journey | undefined {
  return current?.view.id === id ? current : undefined;
}

/** The application in progress, if there is one that may go on. After a reload none may: what was agreed to is not known here. */
export function currentApplication(): Journey | undefined {
  if (current?.view.ceremony !== 'apply' || current.stage.at === 'shown') return undefined;
  return current.view.state === 'claimed' ? current : undefined;
}

/** Starts anew with this view; what another ceremony still held is let go of. */
export function beginJourney(holder: Holder, view: HolderView): Journey {
  endJourney();
  current = {
    holder,
    view,
    consent: { face: true, voice: true },
    stage: { at: 'shown' },
    deliveries: new Map(),
  };
  return current;
}

/** Lets go of everything; a capture that runs is stopped and nothing of it is sent. */
export function endJourney(): void {
  if (current === undefined) return;
  current.stop?.();
  forgetTyped(current);
  current = undefined;
}

/** What was typed is of no use once the application has ended. */
export function forgetTyped(journey: Journey): void {
  journey.typed?.idPhoto?.fill(0);
  delete journey.typed;
}
