/** Something that must not be found: a text, or bytes of a picture or a recording. */
export type Canary = { name: string } & ({ text: string } | { bytes: Uint8Array });

/** One way in which a canary may lie in a file, a log or a memory. */
export interface Form {
  canary: string;
  form: string;
  bytes: Buffer;
}

/**
 * All forms of a canary: plain (UTF-8, UTF-16LE), hexadecimal, and base64 at each of the three places that it may have in
 * a longer text; a text also as URLs and JSON escape it. Text forms come in UTF-16LE too, as engines keep some of their
 * strings.
 */
export function formsOf(canary: Canary): Form[] {
  const { name } = canary;
  if ('bytes' in canary)
    return [
      { canary: name, form: 'plain', bytes: Buffer.from(canary.bytes) },
      ...written(name, canary.bytes),
    ];
  const { text } = canary;
  const plain = Buffer.from(text);
  return unique([
    ...bothEncodings(name, 'plain', text),
    ...bothEncodings(name, 'percent', encodeURIComponent(text)),
    ...bothEncodings(name, 'JSON escape', escaped(text)),
    ...written(name, plain),
    ...written(name, Buffer.from(text, 'utf16le')).map((form) => ({
      ...form,
      form: `${form.form} of UTF-16LE`,
    })),
  ]);
}

function written(name: string, bytes: Uint8Array): Form[] {
  const buffer = Buffer.from(bytes);
  const hex = buffer.toString('hex');
  const base64 = [0, 1, 2].map((before) => ({ before, core: base64Core(buffer, before) }));
  return unique([
    ...bothEncodings(name, 'hex', hex),
    ...bothEncodings(name, 'HEX', hex.toUpperCase()),
    ...base64.flatMap(({ before, core }) => bothEncodings(name, `base64 +${before}`, core)),
    ...base64.flatMap(({ before, core }) =>
      bothEncodings(name, `base64url +${before}`, core.replaceAll('+', '-').replaceAll('/', '_')),
    ),
  ]);
}

/** The letters of base64 that the bytes alone decide when so many bytes, modulo three, stand before them. */
function base64Core(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + bytes.length) * 8) / 6);
  return text.slice(first, last);
}

function bothEncodings(canary: string, form: string, text: string): Form[] {
  return [
    { canary, form, bytes: Buffer.from(text) },
    { canary, form: `${form} in UTF-16LE`, bytes: Buffer.from(text, 'utf16le') },
  ];
}

/** As JSON without letters beyond ASCII writes it. */
function escaped(text: string): string {
  return text.replaceAll(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Forms that are the same bytes are one: the first names it. */
function unique(forms: Form[]): Form[] {
  const kept = new Map<string, Form>();
  for (const form of forms) {
    const key = form.bytes.toString('latin1');
    if (!kept.has(key)) kept.set(key, form);
  }
  return [...kept.values()];
}
