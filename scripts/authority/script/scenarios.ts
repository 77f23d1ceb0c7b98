import type { Scenario, ScenarioName, Scenarios } from '../ports/scenarios.ts';

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

function isNamed<N extends ScenarioName>(scenario: Scenario, name: N): scenario is Scenario & Scenario<N> {
  return scenario.name === name;
}
