/** The coded data has ended, or is none: what follows is not of this picture. */
export class DamagedData extends Error {
  override readonly name = 'DamagedData';
}

/** Reads the entropy-coded data of a scan bit by bit; stuffed zero bytes (ITU-T T.81 B.1.1.5) are taken out. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  /** @param at the first byte after the scan's header */
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** @throws DamagedData where a marker or the end of the file comes first */
  bit(): number {
    if (this.#count === 0) this.#fill();
    this.#count--;
    return (this.#held >> this.#count) & 1;
  }

  /** The next bits as a number, the first one highest. @throws DamagedData */
  bits(length: number): number {
    let value = 0;
    for (let left = length; left > 0; left--) value = (value << 1) | this.bit();
    return value;
  }

  /**
   * Ends a stretch of coded data: under eight bits may be left of its last byte. Gives the place of the marker behind it, or
   * of the end of the file. @throws DamagedData where coded data is left over
   */
  end(): number {
    this.#count = 0;
    const bytes = this.#bytes;
    let at = this.#at;
    if (at < bytes.length && bytes[at] !== 0xff) throw new DamagedData('data left over');
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (bytes[at] === 0xff && bytes[at + 1] === 0) throw new DamagedData('data left over');
    return at;
  }

  /** Ends a stretch and goes on behind its restart marker, which must be the one that is due. @throws DamagedData */
  restart(due: number): void {
    const at = this.end();
    if (this.#bytes[at + 1] !== 0xd0 + (due & 7)) throw new DamagedData('no restart where one is due');
    this.#at = at + 2;
  }

  #fill(): void {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new DamagedData('the file ends');
    if (byte === 0xff) {
      if (this.#bytes[this.#at + 1] !== 0) throw new DamagedData('a marker instead of data');
      this.#at++;
    }
    this.#at++;
    this.#held = byte;
    this.#count = 8;
  }
}
