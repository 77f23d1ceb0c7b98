import type { Call } from '../../../../shared/contract/schema.ts';

/**
 * Headers that point to what an answer is of: `Location` where the call made something that can be read (RFC 9110 section 10.2.2), and a weak
 * ETag where it says its version; both tell nothing that the answer does not.
 */
export function pointTo(call: Pick<Call, 'made' | 'versioned'>, answer: unknown): Record<string, string> {
  const field = (name: string): unknown =>
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
  const place = call.made?.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(field(name) ?? '')),
  );
  const version = call.versioned ? field('version') : undefined;
  return {
    ...(place === undefined ? {} : { location: place }),
    ...(version === undefined ? {} : { etag: `W/"${String(version)}"` }),
  };
}
