import type { Demand } from './quotas.ts';

/** A one-time id that somebody shows. */
export interface OneTimeId {
  /** Whose ids these are: the same id in another scope is another one. */
  scope: string;
  id: string;
  /** When it was made at the earliest, by the clock of who made it, which is ahead by `limits.clockSkew` at most. */
  madeAt: number;
  /** Milliseconds from now for which it could be shown again. */
  window: number;
  /** What a new id takes; one that was shown before takes nothing. */
  quota?: Demand;
  /** Whether the power may fail without it being forgotten; what is not flushed survives the end of every process all the same. */
  flush: boolean;
}

/**
 * Insert or refuse: of all who ever show one id within its window, in whichever process of this database, before and after a
 * restart, exactly one is told true. After a restore from a copy nobody is whose id was made before: it may have been used since.
 * @throws Problem of the quota for a new id beyond it: nobody is let in rather than anybody twice
 */
export type ReplayGuard = (shown: OneTimeId) => Promise<boolean>;
