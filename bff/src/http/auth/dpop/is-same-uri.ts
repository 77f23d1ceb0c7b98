/** Characters that mean the same encoded or not (RFC 3986 section 2.3). */
const unreserved = /[\w.~-]/;

/**
 * Whether two http addresses are one but for query and fragment (RFC 9449 section 4.3), after the normalisation of RFC 3986 sections
 * 6.2.2 and 6.2.3: scheme and host in any case, a default port, dot segments, percent-encoding. The path is compared by case.
 */
export function isSameUri(claimed: string, expected: string): boolean {
  if (claimed === expected) return true;
  const uri = normalUri(claimed);
  return uri !== undefined && uri === normalUri(expected);
}

function normalUri(text: string): string | undefined {
  // What the parser of URLs would mend, in place of refusing it.
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\s\\]/.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, username, password, host, pathname } = new URL(text);
  if (username !== '' || password !== '') return undefined;
  const path = pathname.replaceAll(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return unreserved.test(character) ? character : encoded.toUpperCase();
  });
  return `${protocol}//${host}${path}`;
}
