import type { Scene } from '../../../shared/scenes.ts';
import type { Access } from '../desk/access.ts';
import { type DeskClient, deskClient } from '../desk/client.ts';
import type { ServerClock } from '../desk/live/server-clock.ts';
import type { Language } from '../kit/language.ts';
import { counterToken } from './counter-token.ts';

/** A counter of the sandbox, as the page offers it. */
export interface SandboxCounter {
  counterId: string;
  name: string;
  rpName: string;
  scenes: Scene[];
}

/** Calls the BFF for the counter that was chosen. Each throws `Refused`. */
export interface CounterClient extends DeskClient {
  counters(): Promise<SandboxCounter[]>;
  /** From now on this counter calls. */
  use(counterId: string): void;
}

/** @param clock hears the server's time from each answer */
export function counterClient(language: () => Language, clock: ServerClock): CounterClient {
  let counterId = '';
  let access: Access = counterToken(counterId);
  const client = deskClient(() => access, language, clock);
  return {
    ...client,
    counters: () => client.ask('/counter/sandbox-counters'),
    use(id) {
      if (id === counterId) return;
      counterId = id;
      access = counterToken(id);
    },
  };
}
