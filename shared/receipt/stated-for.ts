/**
 * What a receipt key is stated for, and the type of the JWS that says so: a device's own receipts, one key for all of them, or, by a key that is
 * made for it alone, the copy of one receipt for a ward who has no device. What is stated for the one is no key for the other.
 */
export const statedFor = { own: 'lz-receipt-key+jwt', copy: 'lz-copy-key+jwt' } as const;
export type StatedFor = keyof typeof statedFor;
