import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SiteFile, siteFile } from './site.ts';

/** The modules of a page, ready for a browser. */
export interface Modules {
  files: Map<string, SiteFile>;
  /** For the page's import map: where the packages lie that the modules name. */
  imports: Record<string, string>;
}

const imported = /^(?:import|export)\s(?:[^;'"=]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm;

/**
 * Reads a module and all that it imports, its types stripped. What the modules do not import cannot be fetched.
 * @param root what all of them lie in; paths tell the place below it, after the prefix
 * @throws Error where a module is missing or lies elsewhere
 */
export function readModules(entry: URL, { root, prefix }: { root: URL; prefix: string }): Modules {
  const folder = fileURLToPath(root);
  const files = new Map<string, SiteFile>();
  const imports: Record<string, string> = {};

  const read = (url: URL): string => {
    const place = relative(folder, fileURLToPath(url));
    if (place.startsWith('..')) throw new Error(`a module of the page lies outside: ${place}`);
    const path = `${prefix}${place.replaceAll(sep, '/')}`;
    if (files.has(path)) return path;
    const source = readFileSync(url, 'utf8');
    const text = place.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
    files.set(path, siteFile(Buffer.from(text), 'text/javascript; charset=utf-8'));
    for (const [, name = ''] of text.matchAll(imported)) {
      if (name.startsWith('.')) read(new URL(name, url));
      else imports[name] = read(new URL(import.meta.resolve(name)));
    }
    return path;
  };
  read(entry);
  return { files, imports };
}
