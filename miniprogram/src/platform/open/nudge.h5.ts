/** A short buzz where the browser has one; the prompt itself is read aloud. */
export function nudge(): void {
  // iOS has none.
  if ('vibrate' in navigator) navigator.vibrate(80);
}
