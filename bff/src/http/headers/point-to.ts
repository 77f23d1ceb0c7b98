import type { Call } from '../../../../shared/contract/schema.ts';

/**
 * Headers that point to what an answer is of: `Location` where the call made something that can be read (RFC 9110 section 10.2.2), and a weak
 * ETag where it says its version; both tell nothing that the answer does not.
 * @throws Error where the answer has no such field
 */
export function pointTo(call: Pick<Call, 'made' | 'versioned'>, answer: unknown): Record<string, string> {
  const place = call.made?.replaceAll(/:([a-zA-Z.]+)/g, (_, name: string) => {
    const value = fieldOf(answer, name);
    if (typeof value !== 'string') throw new Error(`${call.made}: the answer has no ${name}`);
    return encodeURIComponent(value);
  });
  const version = call.versioned ? fieldOf(answer, 'version') : undefined;
  return {
    ...(place === undefined ? {} : { location: place }),
    ...(version === undefined ? {} : { etag: `W/"${String(version)}"` }),
  };
}

function fieldOf(answer: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (within, each) =>
        typeof within === 'object' && within !== null ? Reflect.get(within, each) : undefined,
      answer,
    );
}
