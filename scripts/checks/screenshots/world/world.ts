import type { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import type { RunningSandbox } from '../../../sandbox/start-processes.ts';
import type { Counter } from '../../../stand-ins/counter/counter.ts';
import type { EmbeddingPage } from '../../../stand-ins/embedding-page/embedding-page.ts';
import type { PhoneName } from './phones.ts';
import type { Course } from './play-check.ts';
import type { Meeting } from './play-meeting.ts';

/** A sandbox that runs, counters in it, and phones in every state that a page can find them in. */
export interface World {
  running: RunningSandbox;
  /** Asks for the level basic. */
  hotel: Counter;
  /** Asks for the level strict. */
  office: Counter;
  /** What the browser of that phone has stored. */
  stored(phone: PhoneName): Record<string, string>;
  /** Plays a check of the citizen at the hotel, as far as that. @returns the session's id */
  play(course: Course): Promise<string>;
  /** The citizen's phone answers a check that somebody else has opened, by the code of that moment, or of now. */
  answer(opened: OpenSessionAnswer, course: Course, scanned?: number): Promise<void>;
  /** Passes the check of which the citizen's browser was answered this challenge. @returns the session's id */
  finish(answered: unknown): Promise<string>;
  /** Plays a meeting of the citizen with somebody else, as far as that. @returns the citizen's session */
  meet(to: Meeting): Promise<string>;
  /** A session that the citizen let run out. Waits until it has. */
  expired(): Promise<string>;
  /** A code of the hotel that is too old by now. */
  staleCode(): Promise<string>;
  /** The hotel's own page, with the counter of its second desk in it. */
  embed(): Promise<EmbeddingPage>;
  /** Ends the checks that were opened for a scene. */
  clear(): Promise<void>;
  /** A mobile number that no message was sent to yet. */
  number(): string;
  /** An identity that the form accepts, and the file of an ID photo. */
  citizen: { name: string; idNumber: string; idPhoto: string };
  close(): Promise<void>;
}
