import { randomBytes } from 'node:crypto';

/** The part of an id that a person recognises the name by; of a name without Latin letters a random one. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30);
  return slug.length >= 2 ? slug : randomBytes(4).toString('hex');
}
