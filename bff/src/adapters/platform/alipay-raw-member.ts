/**
 * The text, byte for byte, of the object that is the member `name` of the outermost object, as Alipay signs it;
 * undefined where there is none. Text in strings, however it looks, is never taken for a member.
 */
export function rawMember(json: string, name: string): string | undefined {
  let depth = 0;
  let start = -1;
  let previous = '';
  for (const token of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    const text = token[0];
    if (text === '{' || text === '[') {
      if (start < 0 && depth === 1 && text === '{' && previous === `"${name}":`) start = token.index;
      depth += 1;
    } else if (text === '}' || text === ']') {
      depth -= 1;
      if (start >= 0 && depth === 1) return json.slice(start, token.index + 1);
    }
    previous = text === ':' ? `${previous}:` : text;
  }
  return undefined;
}
