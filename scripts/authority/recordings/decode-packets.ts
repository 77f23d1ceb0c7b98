import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { MPEGDecoder } from 'mpg123-decoder';
import { OpusDecoder } from 'opus-decoder';
import { mixChannels, type Sound } from './mix-channels.ts';

/** What a container says of the packets in it. */
export interface Packets {
  codec: string | null;
  channels: number;
  packets: readonly Uint8Array[];
}

interface Decoded {
  channelData: Float32Array[];
  samplesDecoded: number;
  sampleRate: number;
  errors: readonly unknown[];
}

interface PacketDecoder {
  ready: Promise<void>;
  decodeFrames(packets: Uint8Array[]): Decoded | Promise<Decoded>;
  free(): void;
}

/** Opus is decoded at this rate, which is the one that speech is compared at. */
const opusRate = 16_000;
/** So large a share of broken packets is no recording any more: what is left between them is not to be judged. */
const brokenShare = 0.1;

function openDecoder({ codec, channels }: Packets): PacketDecoder | undefined {
  if (codec === 'mp3') return new MPEGDecoder();
  if (codec === 'flac') return new FLACDecoder();
  // More channels come with a mapping of their own, which no microphone has.
  if (codec === 'opus' && channels <= 2) return new OpusDecoder({ sampleRate: opusRate, channels });
  return undefined;
}

/**
 * The sound of packets, one after the other, so that it never grows past `seconds`.
 * @returns undefined where nothing decodes them, too many are broken, or they last longer
 */
export async function decodePackets(stream: Packets, seconds: number): Promise<Sound | undefined> {
  const decoder = openDecoder(stream);
  if (decoder === undefined) return undefined;
  await decoder.ready;
  const pieces: Float32Array[] = [];
  let rate: number | undefined;
  let length = 0;
  let broken = 0;
  try {
    for (const packet of stream.packets) {
      const { channelData, samplesDecoded, sampleRate, errors } = await decoder.decodeFrames([packet]);
      if (errors.length > 0) broken++;
      if (samplesDecoded === 0) continue;
      rate ??= sampleRate;
      length += samplesDecoded;
      if (sampleRate !== rate || length > seconds * rate) return undefined;
      pieces.push(mixChannels(channelData, samplesDecoded));
    }
  } finally {
    decoder.free();
  }
  if (rate === undefined || broken > brokenShare * stream.packets.length) return undefined;
  return { rate, samples: joinPieces(pieces, length) };
}

function joinPieces(pieces: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}
