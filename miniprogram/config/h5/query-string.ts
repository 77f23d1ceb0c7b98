type Parsed = Record<string, string | null | (string | null)[]>;

/** The query of an address as Taro's router reads it: a name that stands there again becomes a list, one without `=` is null. */
function parse(query: string, { decode = true }: { decode?: boolean } = {}): Parsed {
  const read = (text: string): string => (decode ? decoded(text.replaceAll('+', ' ')) : text);
  const parsed: Parsed = Object.create(null);
  for (const part of query.replace(/^[?#&]/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = read(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? null : read(part.slice(at + 1));
    const before = parsed[name];
    parsed[name] = before === undefined ? value : [before, value].flat();
  }
  return parsed;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export default { parse };
