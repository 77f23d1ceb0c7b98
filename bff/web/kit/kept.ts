/** What a page remembers. Never a token, never the secret of a code, nothing about a guest. */
export interface KeptState<State extends object> {
  /** What was kept last; nothing where there is none, or none that this version of the page can read. */
  read(): Partial<State>;
  /** What is undefined is not kept. */
  keep(state: { readonly [Name in keyof State]?: State[Name] | undefined }): void;
}

/** How the members of a state are read back: what another version of the page or somebody else wrote there is not taken on trust. */
export type Readers<State extends object> = {
  readonly [Name in keyof State]: (value: unknown) => State[Name] | undefined;
};

/**
 * @param name the page's own: the pages of one origin share one storage
 * @param version another one is as nothing
 * @param storage of the tab, which outlives a reload, or of the browser; one that is full or forbidden keeps nothing
 */
export function keptState<State extends object>(
  { name, version, storage }: { name: string; version: number; storage: () => Storage },
  readers: Readers<State>,
): KeptState<State> {
  return {
    read() {
      const stored = attempt<unknown>(() => JSON.parse(storage().getItem(name) ?? 'null'));
      if (memberOf(stored, 'version') !== version) return {};
      return readMembers(readers, (member) => memberOf(memberOf(stored, 'state'), member));
    },
    keep(state) {
      attempt(() => storage().setItem(name, JSON.stringify({ version, state })));
    },
  };
}

function readMembers<State extends object>(
  readers: Readers<State>,
  given: (member: string) => unknown,
): Partial<State> {
  const state: Partial<State> = {};
  for (const member in readers) {
    const value = readers[member](given(member));
    if (value !== undefined) state[member] = value;
  }
  return state;
}

function memberOf(value: unknown, name: string): unknown {
  const own = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return own ? Reflect.get(value, name) : undefined;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
