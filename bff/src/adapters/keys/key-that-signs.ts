/**
 * Of the keys whose time has come the one whose time came last signs, of equals the first; one without `signsFrom`, which is epoch
 * milliseconds, has signed ever since.
 * @throws Error where there is none
 */
export function keyThatSigns<K extends { signsFrom?: number }>(keys: readonly K[], now: number): K {
  const since = ({ signsFrom = 0 }: K) => signsFrom;
  const [signer] = keys.filter((key) => since(key) <= now).sort((one, other) => since(other) - since(one));
  if (signer === undefined) throw new Error('no key to sign results with');
  return signer;
}
