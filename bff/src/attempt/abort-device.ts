import type { Ports } from '../ports/ports.ts';
import { endOfDevice } from './end-of-device.ts';

/** Ends every session in flight of a phone that lost its standing: what is being decided is asked after a last time. */
export function abortDevice(ports: Ports, deviceThumbprint: string): Promise<void> {
  return endOfDevice(ports, deviceThumbprint, {
    concerns: () => true,
    state: 'superseded',
    why: 'taken-over',
  });
}
