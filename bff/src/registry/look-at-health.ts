import type { Health } from '../../../shared/contract/operator/figures.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';

/** Asks all that this process needs to serve, each for `limits.readyPatience` at most. */
export async function lookAtHealth({
  db,
  authority,
}: Pick<Ports, 'db' | 'authority'>): Promise<Health['checks']> {
  const [database, reached] = await Promise.all([
    answers(db.read('select 1 as one', {})),
    answers(authority.demandUp()),
  ]);
  return { database: word(database), storage: word(db.hasRoom()), authority: word(reached) };
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
