import type { Resolve } from './pinned-lookup.ts';

/**
 * Looks a name up once for all who ask while the answer is awaited, and gives it up in its time, as `ETIMEOUT`. Nothing is kept
 * beyond the answer.
 */
export function boundedLookup(resolve: Resolve, patience: number): Resolve {
  const pending = new Map<string, ReturnType<Resolve>>();
  return (hostname) => {
    const asked = pending.get(hostname);
    if (asked !== undefined) return asked;
    const found = within(resolve(hostname), patience).finally(() => pending.delete(hostname));
    pending.set(hostname, found);
    return found;
  };
}

async function within<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = Object.assign(new Error('a name was not looked up in time'), { code: 'ETIMEOUT' });
    timer = setTimeout(() => reject(fault), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
