import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  people: string;
  json: boolean;
  /** Only cases of this name; to apply is always played. */
  only?: string;
  /** Only the citizen of this id. */
  person?: string;
  /** What the processes print goes to stderr. */
  verbose: boolean;
}

export const usage = `npm run demo -- [--people DIR] [--json] [--person ID] [--only CASE] [--verbose]`;

/** @throws TypeError on an option that is not there */
export function readOptions(args: string[], defaultPeople: string): DemoOptions {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string' },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      person: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { json, only, person, verbose } = values;
  return {
    people: resolve(values.people ?? defaultPeople),
    ...{ json, verbose },
    ...(only === undefined ? {} : { only }),
    ...(person === undefined ? {} : { person }),
  };
}
