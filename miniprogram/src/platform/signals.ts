import { listeners } from './listeners.ts';
import type { HeardVoice } from './platform.ts';
import type { Sight } from './sight/sight.ts';

// What the devices tell whoever listens, whatever opened them.

/** A device is taken away while the page is still seen: by a call, say. */
export const interruptions = listeners();

/** What the microphone hears, while it is open; the level 0 once it is closed. */
export const voiceLevels = listeners<HeardVoice>();

/** What the preview shows. Looking costs the phone work: without a listener nobody looks. */
export const sights = listeners<Sight>();
