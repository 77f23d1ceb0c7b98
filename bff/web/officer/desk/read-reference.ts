/** The short name of a session as somebody says or types it: in any case, with or without the dash, and with letters that it does not have for digits. */
export function readReference(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{6}$/.test(signs)) return undefined;
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}
