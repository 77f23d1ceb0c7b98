import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readRegistryFile } from '../../../bff/src/registry/import/read-file.ts';
import { type ImportedEntry, importCall } from '../../../shared/contract/operator/imports.ts';
import { limits } from '../../../shared/limits.ts';
import { Refused } from '../../program/ask-operator.ts';
import type { Desk } from '../desk.ts';

const mostOfPage = 50;
/** Room for the braces and names around the entries. */
const pageSize = limits.jsonBody - 200;

/**
 * `import FILE`: adds many, in pages. What is there already is passed over, so that an import that broke off is simply started again.
 * @throws Error in a sentence where the file does not fit, or something was refused; Refused
 */
export async function importByCommand(desk: Desk, file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const { relyingParties, counters } = readRegistryFile(readFileSync(file, 'utf8'));
  const counts = new Map<ImportedEntry['outcome'], number>();
  let done = 0;
  const take = (entries: readonly ImportedEntry[]) => {
    for (const { id, outcome, code } of entries) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (outcome === 'refused') console.log(`${id} is refused: ${code}`);
      if (++done % 1000 === 0) console.log(`${done} of ${relyingParties.length + counters.length} ...`);
    }
  };
  for (const page of pagesOf(relyingParties)) take(await send(desk, { relyingParties: page }));
  for (const page of pagesOf(counters)) take(await send(desk, { counters: page }));
  console.log(
    [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'The file is empty.',
  );
  if (counts.has('refused')) throw new Error('Not all of it was taken: see above. The rest is registered.');
}

/** A page that was too early is sent again. */
async function send(desk: Desk, body: object): Promise<ImportedEntry[]> {
  for (;;) {
    try {
      return (await desk.ask(importCall, { body })).entries;
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.retryAfter === undefined) throw fault;
      await pause(fault.retryAfter * 1000);
    }
  }
}

/** As many as a body takes. */
export function* pagesOf<E>(entries: readonly E[]): Generator<E[]> {
  let page: E[] = [];
  let size = 0;
  for (const entry of entries) {
    const length = Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (page.length > 0 && (page.length === mostOfPage || size + length > pageSize)) {
      yield page;
      page = [];
      size = 0;
    }
    page.push(entry);
    size += length;
  }
  if (page.length > 0) yield page;
}
