import type { Form } from './canary.ts';

/** A canary that was found: where, in which form, at which offset, and what stands around it. */
export interface Hit {
  place: string;
  canary: string;
  form: string;
  at: number;
  context: string;
}

/** Letters shown on either side of what was found. */
const around = 60;

/** The first hit of each form in these bytes. */
export function search(place: string, bytes: Buffer, forms: readonly Form[]): Hit[] {
  const wanted = tableOf(forms);
  const hits = new Map<Form, Hit>();
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (wanted.starts[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue;
    for (const form of wanted.byPrefix.get(bytes.readUInt32BE(at)) ?? []) {
      if (hits.has(form) || !isAt(bytes, at, form.bytes)) continue;
      const context = bytes.subarray(Math.max(0, at - around), at + form.bytes.length + around);
      hits.set(form, { place, canary: form.canary, form: form.form, at, context: printable(context) });
    }
  }
  return [...hits.values()];
}

/** Many forms in many megabytes: two bytes rule out nearly every place at the cost of one look. */
function tableOf(forms: readonly Form[]) {
  const starts = new Uint8Array(65_536);
  const byPrefix = new Map<number, Form[]>();
  for (const form of forms) {
    const prefix = form.bytes.readUInt32BE(0);
    starts[prefix >>> 16] = 1;
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), form]);
  }
  return { starts, byPrefix };
}

function isAt(bytes: Buffer, at: number, wanted: Buffer): boolean {
  return bytes.subarray(at, at + wanted.length).equals(wanted);
}

function printable(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll(/[^\x20-\x7e]+/g, '·');
}
