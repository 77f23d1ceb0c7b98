import { Problem } from '../../../shared/problem.ts';
import type { Db } from './db.ts';

/** The database on a disk without room: only what may use the reserve is written. `writes`: how many statements each of those had. */
export function fullDisk(db: Db): { db: Db; writes: number[] } {
  const writes: number[] = [];
  return {
    writes,
    db: {
      ...db,
      async write(statements, options) {
        if (options?.reserve !== true) throw new Problem('storage-full');
        writes.push(statements.length);
        return db.write(statements, options);
      },
    },
  };
}
