import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import type { Registered } from './registry.ts';

/** Whom a statement must be about. */
export type About = Pick<Registrant, 'rpId' | 'counterId' | 'counterKey'>;

/**
 * The authority's registrar, who alone can make names: asked with a token of its own that comes with the call and is kept nowhere.
 * All of it refuses with Problem registrar-token-missing, registrar-refused, name-taken, name-unreadable, registrar-unavailable.
 */
export interface Registrar {
  /** Registers a brand name for one RP alone. Twice is once. */
  registerName(name: Pick<Registrant, 'rpId' | 'rpName'>, token: string | undefined): Promise<void>;
  /** Has it signed who a counter is. */
  register(registrant: Registrant, token: string | undefined): Promise<Registration>;
  /**
   * What a statement says, if the pinned root vouches for it and it is about this counter of this RP with this key. One that ran out is
   * read all the same: it says when.
   * @throws Problem statement-invalid
   */
  read(registration: Registration, about: About): Registered;
}
