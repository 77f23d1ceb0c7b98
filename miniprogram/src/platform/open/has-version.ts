/** Whether a version such as "2.21.3" is at least another. */
export function hasVersion(version: string, least: string): boolean {
  const [own, wanted] = [version, least].map((text) => text.split('.').map(Number));
  for (const [i, part] of (wanted ?? []).entries()) {
    const difference = (own?.[i] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
