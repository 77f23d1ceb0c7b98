/** SQLITE_BUSY, whatever the reason: another connection is in the way. */
export function isBusy(error: unknown): boolean {
  return (codeOf(error) & 0xff) === 5;
}

/**
 * SQLITE_FULL, which is what ENOSPC becomes, and what it becomes where the index of the log cannot grow (SQLITE_IOERR_SHMSIZE) or a
 * quota is used up (EDQUOT, SQLITE_IOERR_WRITE).
 */
export function isFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 13 || code === 4874 || code === 778;
}

/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE. */
export function isDuplicate(error: unknown): boolean {
  const code = codeOf(error);
  return code === 1555 || code === 2067;
}

/** SQLITE_NOTADB. */
export function isNoDatabase(error: unknown): boolean {
  return (codeOf(error) & 0xff) === 26;
}

/** SQLite's extended result code. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}
