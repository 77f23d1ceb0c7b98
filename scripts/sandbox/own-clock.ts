const TrueDate = Date;
let ahead = 0;
const now = (): number => TrueDate.now() + ahead;

/** This process lives so many milliseconds ahead of the true clock from now on, so that nobody waits for a day. */
export function setOwnClock(milliseconds: number): void {
  ahead = milliseconds;
  globalThis.Date = new Proxy(TrueDate, {
    construct: (date, given) => Reflect.construct(date, given.length === 0 ? [now()] : given),
    get: (date, member) => (member === 'now' ? now : Reflect.get(date, member)),
  });
}
