import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** Citizens who share one trait; whoever measures filters its own results by `ids` and prints a line a group. */
export interface CitizenGroup {
  trait: 'skin' | 'age' | 'sex';
  name: string;
  ids: ReadonlySet<string>;
}

const PersonFile = Type.Object({
  id: Type.String(),
  birthDate: Type.String(),
  sex: Type.Union([Type.Literal('female'), Type.Literal('male')]),
  skin: Type.Union([
    Type.Literal('dark'),
    Type.Literal('medium'),
    Type.Literal('light'),
    Type.Literal('very-pale'),
  ]),
});

/** The year in which the citizens were rendered: their ages are of then, so that a group is the same in any year. */
const RENDERED_IN = 2026;

function ageBand(birthDate: string): string {
  const age = RENDERED_IN - Number(birthDate.slice(0, 4));
  if (age < 30) return 'under 30';
  if (age < 50) return '30-49';
  return age < 65 ? '50-64' : '65 and over';
}

/**
 * All citizens of a folder by skin, age and sex, as `person.json` tells them. An error rate over everybody hides a group that
 * is always refused. Throws on a `person.json` that does not tell its groups.
 */
export function groupCitizens(people: string): CitizenGroup[] {
  const members = new Map<string, { trait: CitizenGroup['trait']; name: string; ids: Set<string> }>();
  for (const name of readdirSync(people).filter((entry) => /^p\d+$/.test(entry))) {
    const file: unknown = JSON.parse(readFileSync(join(people, name, 'person.json'), 'utf8'));
    if (!Value.Check(PersonFile, file)) throw new TypeError(`${name}/person.json does not tell its groups`);
    const traits = { skin: file.skin, age: ageBand(file.birthDate), sex: file.sex };
    for (const trait of ['skin', 'age', 'sex'] as const) {
      const key = `${trait} ${traits[trait]}`;
      const group = members.get(key) ?? { trait, name: traits[trait], ids: new Set() };
      members.set(key, group);
      group.ids.add(file.id);
    }
  }
  return [...members.values()].sort((a, b) => a.trait.localeCompare(b.trait) || a.name.localeCompare(b.name));
}
