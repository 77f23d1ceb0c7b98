import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../api-document/document.fixture.ts';
import { typesOfDocument } from './types-of-document.ts';

const committed = join(import.meta.dirname, '..', '..', 'sdk', 'src', 'api.ts');

describe('the types of the SDK', () => {
  it('are those of the document as it is given out now: `npm run sdk:types` writes them', async () => {
    const { document } = await readDocument();
    expect(await typesOfDocument(document)).toBe(readFileSync(committed, 'utf8'));
  });

  it('are made of nothing but a document that has them', async () => {
    await expect(typesOfDocument({})).rejects.toThrow('no OpenAPI document');
    const empty = { openapi: '3.1.0', info: {}, components: { schemas: {} } };
    await expect(typesOfDocument(empty)).rejects.toThrow('has no schema ServerMetadata');
  });
});
