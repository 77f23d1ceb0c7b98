/** Which faces a window shows: both, or one each on two displays. */
export type View = 'both' | 'guest' | 'clerk';

/** Read from the address: `?view=guest`, `?view=clerk`; anything else shows both. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search).get('view');
  return asked === 'guest' || asked === 'clerk' ? asked : 'both';
}
