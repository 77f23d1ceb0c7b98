import { setTimeout as pause } from 'node:timers/promises';

/** What a server does after its last answer (group commits, logs) still belongs to what caused it, in milliseconds. */
const afterwards = 80;

/** Does `work` for each item, so many at once. */
export async function inLanes<T>(
  lanes: number,
  items: Iterable<T>,
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let next = queue.next(); next.done !== true; next = queue.next()) await work(next.value, lane);
    }),
  );
}

/** Milliseconds of CPU that the server used for each of `count` pieces of work. */
export async function cpuOf(
  server: { cpu(): Promise<number> },
  count: number,
  work: () => Promise<void>,
): Promise<number> {
  const before = await server.cpu();
  await work();
  await pause(afterwards);
  return ((await server.cpu()) - before) / count;
}

/** 0 up to `count`. */
export function* upTo(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}
