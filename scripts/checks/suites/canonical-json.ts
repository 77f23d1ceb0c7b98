import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { Suite } from './suite.ts';

/** RFC 8785 as its authors test it: what the audit chain and the idempotency keys hash. */
export const canonicalJson: Suite = {
  name: 'rfc 8785',
  project: 'cyberphone/json-canonicalization',
  licence: 'Apache-2.0',
  paths: ['testdata/input', 'testdata/output'],
  async run(folder) {
    const names = readdirSync(join(folder, 'testdata', 'input'));
    const read = (side: string, name: string) => readFileSync(join(folder, 'testdata', side, name), 'utf8');
    const wrong = names.filter(
      (name) => canonicalize(JSON.parse(read('input', name))) !== read('output', name),
    );
    return { cases: names.length, wrong };
  },
};
