const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/**
 * A limit as the document says it: `20 seconds`, `1 minute`, `24 hours`, `10 days`, in the largest unit of which there are whole ones. A single
 * day is 24 hours.
 * @param milliseconds whole seconds @throws Error where they are not
 */
export function lasting(milliseconds: number): string {
  const [unit, size] =
    units.find(
      ([name, each]) => isWhole(milliseconds / each) && !(name === 'day' && milliseconds === each),
    ) ?? [];
  if (unit === undefined || size === undefined) throw new Error(`${milliseconds} ms have no whole unit`);
  const count = milliseconds / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const isWhole = (count: number): boolean => Number.isInteger(count) && count > 0;
