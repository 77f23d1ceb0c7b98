/** The address of a call: its path with the parameters in it, and what is asked behind. */
export function addressOf(path: string, params: object | undefined, query: object | undefined): string {
  const of = new Map<string, unknown>(Object.entries(params ?? {}));
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_mark, name: string) =>
    encodeURIComponent(String(of.get(name))),
  );
  const asked = new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}
