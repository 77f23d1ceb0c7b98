import type { Scenario, ScenarioName } from './scenario-forms.ts';

/** A scenario that matched: its parameters and how often it has matched, this time included. */
export type Used<N extends ScenarioName> = Scenario<N> & { uses: number };

export interface Scenarios {
  /** Adds one to the end; returns its id. Of two that match, the older one wins. */
  add(scenario: Scenario): string;
  list(): { id: string; uses: number; scenario: Scenario }[];
  remove(id: string): boolean;
  clear(): void;
  /** The scenario of that name for the session, if there is one; counts as one use of it. */
  use<N extends ScenarioName>(name: N, sessionId?: string): Used<N> | undefined;
  /** The same without counting. */
  look<N extends ScenarioName>(name: N, sessionId?: string): Scenario<N> | undefined;
}

interface Entry {
  id: string;
  scenario: Scenario;
  uses: number;
  endsAt: number;
}

/** @param now epoch milliseconds by the true clock */
export function makeScenarios(now: () => number): Scenarios {
  let entries: Entry[] = [];
  let count = 0;

  function match<N extends ScenarioName>(name: N, sessionId: string | undefined) {
    entries = entries.filter(({ endsAt, scenario, uses }) => {
      return endsAt > now() && uses < (scenario.times ?? Number.POSITIVE_INFINITY);
    });
    for (const entry of entries) {
      const { scenario } = entry;
      const meant = scenario.sessionId === undefined || scenario.sessionId === sessionId;
      if (meant && isNamed(scenario, name)) return { entry, scenario };
    }
    return undefined;
  }

  return {
    add(scenario) {
      count += 1;
      const lasts = scenario.name === 'outage' ? scenario.ms : undefined;
      const endsAt = lasts === undefined ? Number.POSITIVE_INFINITY : now() + lasts;
      entries.push({ id: `scn_${count}`, scenario, uses: 0, endsAt });
      return `scn_${count}`;
    },
    list: () => entries.map(({ id, uses, scenario }) => ({ id, uses, scenario })),
    remove(id) {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear() {
      entries = [];
    },
    use(name, sessionId) {
      const matched = match(name, sessionId);
      if (matched === undefined) return undefined;
      matched.entry.uses += 1;
      return { ...matched.scenario, uses: matched.entry.uses };
    },
    look: (name, sessionId) => match(name, sessionId)?.scenario,
  };
}

function isNamed<N extends ScenarioName>(scenario: Scenario, name: N): scenario is Scenario<N> {
  return scenario.name === name;
}
