/** Sound of one channel, in -1..1, at `rate` samples a second. */
export interface Sound {
  rate: number;
  samples: Float32Array;
}

/** The mean of all channels, of so many samples. A channel that is shorter is silent from there on. */
export function mixChannels(channels: readonly Float32Array[], length: number): Float32Array {
  const mixed = new Float32Array(length);
  for (const channel of channels) {
    for (let i = 0; i < length; i++) mixed[i] = (mixed[i] ?? 0) + (channel[i] ?? 0) / channels.length;
  }
  return mixed;
}
