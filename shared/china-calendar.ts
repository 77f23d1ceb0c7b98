const ahead = 8 * 60 * 60 * 1000;

/**
 * The date in China, YYYY-MM-DD, whatever the time zone of who asks: its calendar has one time zone and no summer time. Later days sort later.
 * @param at epoch milliseconds
 */
export function dateInChina(at: number): string {
  return new Date(at + ahead).toISOString().slice(0, 10);
}

/** The moment at which a date begins in China, epoch milliseconds. @param date YYYY-MM-DD of the calendar */
export function beginningInChina(date: string): number {
  return Date.parse(date) - ahead;
}
