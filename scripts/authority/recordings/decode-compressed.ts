import decodeAmr from '@audio/decode-amr';
import {
  BufferSource,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  WEBM,
} from 'mediabunny';
import type { VoiceContainer } from '../../../shared/sample/samples.ts';
import { decodePackets } from './decode-packets.ts';
import { mixChannels, type Sound } from './mix-channels.ts';

/** What a container is opened as. AAC stands in none: nothing decodes it here. */
const formats = [MP4, OGG, WEBM, MATROSKA, MP3, FLAC];
/** The shortest packet of any recorder is 10 ms long; so many times more is a trap. */
const packetsASecond = 100;
/** Frames a second of AMR, and bytes of its longest one. */
const amrFrames = 50;
const amrLongestFrame = 61;

/**
 * The sound of a compressed recording of at most `seconds`. A file that was cut off is read as far as it goes.
 * @returns undefined where it is longer, damaged, or coded in a way that nothing here decodes
 * @throws whatever the libraries throw on bytes that are no such file
 */
export async function decodeCompressed(
  bytes: Uint8Array,
  container: VoiceContainer,
  seconds: number,
): Promise<Sound | undefined> {
  if (container === 'amr') return await readAmr(bytes, seconds);
  const input = new Input({ source: new BufferSource(bytes), formats });
  const track = await input.getPrimaryAudioTrack();
  if (track === null) return undefined;
  const packets = await readPackets(track, seconds * packetsASecond);
  if (packets === undefined) return undefined;
  const [codec, channels] = [await track.getCodec(), await track.getNumberOfChannels()];
  return await decodePackets({ codec, channels, packets }, seconds);
}

async function readPackets(track: InputAudioTrack, most: number): Promise<Uint8Array[] | undefined> {
  const packets: Uint8Array[] = [];
  try {
    for await (const { data } of new EncodedPacketSink(track).packets()) {
      packets.push(data);
      if (packets.length > most) return undefined;
    }
  } catch (problem) {
    // The file ends within a packet.
    if (packets.length === 0) throw problem;
  }
  return packets;
}

async function readAmr(bytes: Uint8Array, seconds: number): Promise<Sound | undefined> {
  if (bytes.length > seconds * amrFrames * amrLongestFrame) return undefined;
  const { channelData, sampleRate } = await decodeAmr(bytes);
  const [channel] = channelData;
  if (channel === undefined || channel.length > seconds * sampleRate) return undefined;
  return { rate: sampleRate, samples: mixChannels(channelData, channel.length) };
}
