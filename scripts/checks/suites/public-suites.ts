import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { canonicalJson } from './canonical-json.ts';
import { hpkeVectors } from './hpke.ts';
import { type JsonBody, sendJsonBodies } from './send-json-bodies.ts';
import { sendNaughtyStrings } from './send-naughty-strings.ts';
import type { Suite } from './suite.ts';
import { wycheproof } from './wycheproof.ts';

const jsonTestSuite: Suite = {
  name: 'json parsing',
  project: 'nst/JSONTestSuite',
  licence: 'MIT',
  paths: ['test_parsing'],
  run: async (folder) => {
    const parsing = join(folder, 'test_parsing');
    const bodies = readdirSync(parsing).map(
      (name): JsonBody => ({
        name,
        bytes: readFileSync(join(parsing, name)),
        isJson: name.startsWith('i_') ? undefined : name.startsWith('y_'),
      }),
    );
    return sendJsonBodies(bodies);
  },
};

const naughtyStrings: Suite = {
  name: 'naughty strings',
  project: 'minimaxir/big-list-of-naughty-strings',
  licence: 'MIT',
  paths: ['blns.json'],
  run: async (folder) =>
    sendNaughtyStrings(
      Value.Parse(Type.Array(Type.String()), JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8'))),
    ),
};

/** All that others publish and that speaks of what is used here. Of each the vectors are read, nothing of it runs. */
export const publicSuites: readonly Suite[] = [
  ...wycheproof,
  hpkeVectors,
  canonicalJson,
  jsonTestSuite,
  naughtyStrings,
];
