import { listeners } from './listeners.ts';
import type { Sight } from './sight/sight.ts';

// What the devices tell whoever listens, whatever opened them.

/** A device is taken away while the page is still seen: by a call, say. */
export const interruptions = listeners();

/** How loud the microphone hears it, 0..1, while it is open; 0 once it is closed. */
export const voiceLevels = listeners<number>();

/** What the preview shows. Looking costs the phone work: without a listener nobody looks. */
export const sights = listeners<Sight>();
