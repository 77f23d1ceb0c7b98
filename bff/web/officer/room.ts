import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../../shared/text.ts';

/** The pages of an open shift, by what stands behind the `#`. */
export const rooms = {
  desk: { zh: '办理', en: 'Desk' },
  reviews: { zh: '复核', en: 'Reviews' },
  appointments: { zh: '预约', en: 'Appointments' },
  day: { zh: '今天', en: 'Today' },
  help: { zh: '帮助', en: 'Help' },
} as const satisfies Record<string, Text>;
export type Room = keyof typeof rooms;
export const roomNames = ['desk', 'reviews', 'appointments', 'day', 'help'] as const satisfies Room[];

/** Whatever is not known leads to the desk. */
function roomOf(hash: string): Room {
  return roomNames.find((name) => hash === `#${name}`) ?? 'desk';
}

/** The page that the address names, now and whenever it changes. */
export function useRoom(): Room {
  const [room, setRoom] = useState(() => roomOf(location.hash));
  useEffect(() => {
    const changed = () => setRoom(roomOf(location.hash));
    addEventListener('hashchange', changed);
    // It may have changed before anybody listened.
    changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return room;
}
