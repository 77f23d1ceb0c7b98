/** What a page remembers over a reload of its tab, and nobody after it. Never a token, never the secret of a code. */
export interface KeptState<State extends object> {
  /** What was kept last; nothing where there is none that can be read. */
  read(): Partial<State>;
  keep(state: Partial<State>): void;
}

/** @param name the page's own: the pages of one origin share one storage */
export function keptState<State extends object>(name: string): KeptState<State> {
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(name) ?? '{}');
      } catch {
        return {};
      }
    },
    keep(state) {
      sessionStorage.setItem(name, JSON.stringify(state));
    },
  };
}
