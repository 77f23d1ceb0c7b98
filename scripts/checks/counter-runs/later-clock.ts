import { readFileSync } from 'node:fs';

/**
 * Loaded before a program (`--import later-clock.ts?file=...`): sets its wall clock ahead by the milliseconds that stand in the file,
 * as they change. What the program measures with its monotonic clock stays as it is.
 */
const file = new URL(import.meta.url).searchParams.get('file') ?? '';
const real = Date;
const read = () => Number(readFileSync(file, 'utf8'));
let ahead = read();
setInterval(() => {
  ahead = read();
}, 50).unref();

const now = () => real.now() + ahead;
globalThis.Date = new Proxy(real, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
