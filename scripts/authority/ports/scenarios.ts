import type { FacePrompt, RetryHint } from '../../../shared/challenge.ts';
import type { Level } from '../../../shared/levels.ts';

type Outcome = 'pass' | 'fail' | 'retry';

/** What each scenario takes. The README of the authority tells what each is for. */
interface Parameters {
  'fixed-challenge': { prompts?: FacePrompt[]; digits?: string };
  delay: { ms: number };
  duplicate: { sessionId: string; outcome: Outcome };
  /** `ms`: how long; without it as often as `times` says, or until it is cleared. */
  outage: { how: 'refuse' | 'cut'; ms?: number };
  'wrong-clock': { offsetMs: number };
  'forged-verdict': object;
  'verdict-for-another-session': object;
  'other-root': object;
  /** `level`: of the credential that an application brings, as if an officer had seen the card. */
  'stub-decision': { outcome: Outcome; hints?: RetryHint[]; level?: Level };
}

export type ScenarioName = keyof Parameters;
/** `sessionId`: for that session only. `times`: so often, then it is gone. Without them: for all, until it is cleared. */
export type Scenario<N extends ScenarioName = ScenarioName> = {
  [K in N]: { name: K; sessionId?: string; times?: number } & Parameters[K];
}[N];

/** A scenario that matched: its parameters and how often it has matched, this time included. */
export type Used<N extends ScenarioName> = Scenario<N> & { uses: number };

/** What a script has asked the authority to play. */
export interface Scenarios {
  /** Adds one to the end; returns its id. Of two that match, the older one wins. */
  add(scenario: Scenario): string;
  list(): { id: string; uses: number; scenario: Scenario }[];
  remove(id: string): boolean;
  clear(): void;
  /** The scenario of that name for the session, if there is one; counts as one use of it. */
  use<N extends ScenarioName>(name: N, sessionId?: string): Used<N> | undefined;
  /** The same without counting. */
  look<N extends ScenarioName>(name: N, sessionId?: string): Scenario<N> | undefined;
}
