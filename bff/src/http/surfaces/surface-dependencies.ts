import type { Ports } from '../../ports/ports.ts';
import type { Counter } from '../../ports/registry.ts';
import type { LongPolls } from '../routes/long-polls.ts';
import type { StreamTimes } from './counter-events.ts';

/** What the surfaces are built in. */
export interface SurfaceDependencies {
  ports: Ports;
  issuer: string;
  /** 32 bytes: signs access tokens, which nobody but this BFF reads. */
  accessTokenSecret: Uint8Array;
  longPolls: LongPolls;
  streamTimes: StreamTimes;
  /** The folder of the built pages. */
  pages: string;
  /** The counters that the counter page of a sandbox may stand for; without one there is no such page. */
  sandboxCounters?: readonly Counter[] | undefined;
  /** To be called when the process begins to stop, before the server closes. */
  onStopping(stop: () => void): void;
}
