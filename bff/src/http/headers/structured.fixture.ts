/** A list of strings with whole numbers as parameters (RFC 9651), by its strings. @throws Error where it is none */
export function parseList(header: string | null): Record<string, Record<string, number>> {
  const items = (header ?? '').split(', ').map((item) => {
    const found = /^"([a-z-]+)"((;[a-z]+=\d+)*)$/.exec(item);
    if (found === null) throw new Error(`not such an item: ${item}`);
    const [, name = '', parameters = ''] = found;
    const pairs = parameters.split(';').slice(1);
    return [name, Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], Number(pair.split('=')[1])]))];
  });
  return Object.fromEntries(items);
}
