import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { actions } from '../../../shared/actions.ts';
import { type ImportedEntry, importCall } from '../../../shared/contract/operator/imports.ts';
import { errorTexts } from '../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../shared/errors.ts';
import { importPages } from '../../../shared/registration/import-pages.ts';
import { readRegistryFile } from '../../../shared/registration/read-registry-file.ts';
import { Refused } from '../../program/ask-operator.ts';
import type { Desk } from '../desk.ts';

/**
 * `import FILE`: adds many, in pages. What is there already is passed over, so that an import that broke off is simply started again. What
 * was refused is told by its place in the file, why, and what to do; the rest is registered.
 * @throws Error in a sentence where the file does not fit, or something was refused; Refused
 */
export async function importByCommand(desk: Desk, file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const found = readRegistryFile(readFileSync(file, 'utf8'));
  const parties = found.relyingParties.length;
  const all = parties + found.counters.length;
  const counts = new Map<ImportedEntry['outcome'], number>();
  let done = 0;
  const take = (entries: readonly ImportedEntry[]) => {
    for (const entry of entries) {
      const place = done < parties ? `relyingParties[${done}]` : `counters[${done - parties}]`;
      counts.set(entry.outcome, (counts.get(entry.outcome) ?? 0) + 1);
      if (entry.outcome === 'refused')
        console.log(`${file}: ${place} (${entry.id}) is refused: ${whyOf(entry)}`);
      if (++done % 1000 === 0) console.log(`${done} of ${all} ...`);
    }
  };
  for (const page of importPages(found)) take(await send(desk, page, `${done} of ${all} are done`));
  console.log(
    [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'The file is empty.',
  );
  if (counts.has('refused'))
    throw new Error(
      'Not all of it was taken: mend what is named above and start again. The rest is registered.',
    );
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

/** What is not found of an entry is the relying party that it names. */
function whyOf({ code = 'internal-fault', fault }: ImportedEntry): string {
  if (code === 'not-found')
    return 'its relying party is not registered. Put it into the file, or add it first. (not-found)';
  if (!isCode(code)) return code;
  const why = fault === undefined ? '' : ` ${fault}.`;
  return `${errorTexts[code].en}${why} ${actions[errors[code].action].en} (${code})`;
}

/** A page that was too early is sent again. @param far said where it breaks off */
async function send(desk: Desk, body: object, far: string): Promise<ImportedEntry[]> {
  for (;;) {
    try {
      return (await desk.ask(importCall, { body })).entries;
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      if (fault.retryAfter === undefined)
        throw new Refused(fault.code, `${fault.message}\n${far}: start it again, and it goes on from there.`);
      await pause(fault.retryAfter * 1000);
    }
  }
}
