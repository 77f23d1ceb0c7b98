import type { Static } from 'typebox';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { NewCounter } from '../contract/operator/counters.ts';
import type { importCall } from '../contract/operator/imports.ts';
import type { addRelyingPartyCall } from '../contract/operator/relying-parties.ts';
import * as limits from '../limits.ts';

/** What a registry file holds. */
export interface ImportedFile {
  relyingParties: Static<typeof addRelyingPartyCall.body>[];
  counters: NewCounter[];
}

/** Room for the braces and names around the entries. */
const pageSize = limits.jsonBody - 200;

/** The bodies by which a file is imported, in their order: relying parties before their counters, of each as many as a body takes. */
export function* importPages({
  relyingParties,
  counters,
}: ImportedFile): Generator<Static<typeof importCall.body>> {
  for (const page of pagesOf(relyingParties)) yield { relyingParties: page };
  for (const page of pagesOf(counters)) yield { counters: page };
}

function* pagesOf<E>(entries: readonly E[]): Generator<E[]> {
  let page: E[] = [];
  let size = 0;
  for (const entry of entries) {
    const length = encodeUtf8(JSON.stringify(entry)).length + 1;
    if (page.length > 0 && (page.length === limits.importPage || size + length > pageSize)) {
      yield page;
      page = [];
      size = 0;
    }
    page.push(entry);
    size += length;
  }
  if (page.length > 0) yield page;
}
