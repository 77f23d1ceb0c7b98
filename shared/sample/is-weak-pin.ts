const runs = ['01234567890', '09876543210'];

/**
 * Whether whoever holds the card would try it first: one digit six times, two or three in turn, a row of keys, the end of the number that is
 * printed, or the day of birth in it, in any usual order. @param idNumber as printed; the rest alone is looked at where it is absent
 */
export function isWeakPin(pin: string, idNumber?: string): boolean {
  if (/^(\d{1,3})\1+$/.test(pin) || runs.some((run) => run.includes(pin))) return true;
  if (idNumber === undefined) return false;
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)];
  const short = year.slice(2);
  const orders = [
    [short, month, day],
    [day, month, short],
    [month, day, short],
    [year, month],
    [month, year],
  ];
  return orders.some((order) => order.join('') === pin) || idNumber.replace(/X$/i, '').endsWith(pin);
}
