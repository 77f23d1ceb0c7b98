import { describe, expect, it } from 'vitest';
import { storageInMemory } from '../../../scripts/stand-ins/phone/stand-in-platform.ts';
import { keepCredentialSummary, readCredentialSummary } from './credential-summary.ts';

const handle = 'crd_AAAAAAAAAAAAAAAAAAAAAA';

describe('what the phone keeps of its credential', () => {
  it('is its handle and its level, until it is live no longer', async () => {
    const storage = storageInMemory();
    await keepCredentialSummary(storage, { state: 'active', level: 'strict', handle });
    expect(await readCredentialSummary(storage)).toEqual({ handle, level: 'strict' });
    await keepCredentialSummary(storage, { state: 'void' });
    expect(await readCredentialSummary(storage)).toBeUndefined();
    expect(await storage.read('credential-handle')).toBeUndefined();
  });

  it.each([
    ['alone', handle],
    ['without a level', JSON.stringify({ handle })],
  ])('is read of a phone that kept the handle %s: of the lowest level', async (_, stored) => {
    const storage = storageInMemory();
    await storage.write('credential-handle', stored);
    expect(await readCredentialSummary(storage)).toEqual({ handle, level: 'basic' });
  });
});
