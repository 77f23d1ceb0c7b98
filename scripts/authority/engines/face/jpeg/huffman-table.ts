import { type BitReader, DamagedData } from './bit-reader.ts';

/** A Huffman table as a DHT segment brings it (ITU-T T.81 annex C): for each length of code the first code and its symbol. */
export interface HuffmanTable {
  /** By length less one: the code after the last one of that length, or 0 where there is none. */
  ends: readonly number[];
  /** By length less one: what a code is added to, to find the place of its symbol. */
  offsets: readonly number[];
  symbols: Uint8Array;
}

/** @param counts codes of each length from 1 to 16 */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const ends: number[] = [];
  const offsets: number[] = [];
  let code = 0;
  let place = 0;
  for (const count of counts) {
    offsets.push(place - code);
    code += count;
    place += count;
    ends.push(count > 0 ? code : 0);
    code <<= 1;
  }
  return { ends, offsets, symbols };
}

/** The next symbol. @throws DamagedData where the bits are no code of the table */
export function readSymbol(reader: BitReader, { ends, offsets, symbols }: HuffmanTable): number {
  let code = 0;
  for (let length = 0; length < 16; length++) {
    code = (code << 1) | reader.bit();
    if (code < (ends[length] ?? 0)) {
      const symbol = symbols[code + (offsets[length] ?? 0)];
      if (symbol === undefined) break;
      return symbol;
    }
  }
  throw new DamagedData('no such code');
}
