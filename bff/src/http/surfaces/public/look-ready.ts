import type { Static } from 'typebox';
import type { Ready } from '../../../../../shared/contract/public.ts';
import { limits } from '../../../../../shared/limits.ts';
import type { Ports } from '../../../ports/ports.ts';

/**
 * Makes the look at all that this process needs to serve. However many ask, each is asked once in `limits.readyKept`, and nobody waits
 * longer than `limits.readyPatience`.
 */
export function readyLook({
  db,
  authority,
  now,
}: Pick<Ports, 'db' | 'authority' | 'now'>): () => Promise<Static<typeof Ready>> {
  let last: { at: number; found: Promise<Static<typeof Ready>> } | undefined;

  async function look(): Promise<Static<typeof Ready>> {
    const [database, reached] = await Promise.all([
      answers(db.read('select 1 as one', {})),
      answers(authority.demandUp()),
    ]);
    const storage = db.hasRoom();
    return {
      status: word(database && reached && storage),
      checks: { database: word(database), storage: word(storage), authority: word(reached) },
    };
  }

  return () => {
    const at = now();
    // A clock that was set back must not keep an old answer alive.
    if (last === undefined || at - last.at >= limits.readyKept || at < last.at) last = { at, found: look() };
    return last.found;
  };
}

const word = (good: boolean) => (good ? 'up' : 'down');

/** Whether it comes to its end well and in time, whatever hangs. */
async function answers(asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limits.readyPatience);
  });
  const answered = asked.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}
