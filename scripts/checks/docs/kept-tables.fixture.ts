import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const [, section = ''] = /## What each table keeps, and until when\n([\s\S]*?)\n## /.exec(security) ?? [];

/** The tables of one side that SECURITY names with what bounds them, each with what it says of its end. */
export function keptTables(side: 'BFF' | 'authority'): Map<string, string> {
  const [, rows = ''] =
    new RegExp(`\\| at the ${side} \\|[^\\n]*\\n\\|[-|]+\\|\\n((?:\\|[^\\n]*\\n)*)`).exec(`${section}\n`) ??
    [];
  return new Map(
    rows.split('\n').flatMap((row) => {
      const [, tables = '', bounded = '', ends = ''] =
        row.split(' | ').length === 3 ? ['', ...row.split(' | ')] : [];
      return bounded.length > 4 && ends.length > 4
        ? [...tables.matchAll(/`([a-z_]+)`/g)].map(([, name = '']): [string, string] => [name, ends])
        : [];
    }),
  );
}
