import { DatabaseSync } from 'node:sqlite';
import { decodeBase64url } from '../../shared/bytes/base64url.ts';

/**
 * In which columns of a database one of the texts stands, alone, as a part of something, or inside what is signed or packed as base64url:
 * `credentials.handle`.
 */
export function searchTables(file: string, texts: readonly string[]): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const found = new Set<string>();
    for (const { name } of db.prepare(`select name from sqlite_master where type = 'table'`).all())
      for (const row of db.prepare(`select * from ${name}`).all())
        for (const [column, value] of Object.entries(row))
          if (readings(value).some((read) => texts.some((text) => read.includes(text))))
            found.add(`${name}.${column}`);
    return [...found];
  } finally {
    db.close();
  }
}

/** A value as it stands, and whatever in it is base64url as what that says. */
function readings(value: unknown): string[] {
  const own = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
  const packed = own.match(/[A-Za-z0-9_-]{22,}/g) ?? [];
  return [own, ...packed.flatMap((run) => unpacked(run) ?? [])];
}

function unpacked(run: string): string | undefined {
  try {
    return Buffer.from(decodeBase64url(run)).toString('latin1');
  } catch {
    return undefined;
  }
}
