import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import sharp from 'sharp';

/** What the fake camera of a browser shows. */
export interface CameraFile {
  path: string;
  /** Puts this picture before the camera, from now on. */
  show(jpeg: Uint8Array): Promise<void>;
  close(): void;
}

const width = 480;
const height = 640;
const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\nFRAME\n`);

/**
 * A file for `--use-file-for-fake-video-capture` of one frame, which Chromium reads again for each that it shows: what is
 * written into it is seen at once. Plain pixels, since half of an old and half of a new JPEG would be rubbish.
 */
export async function openCameraFile(path: string, first: Uint8Array): Promise<CameraFile> {
  writeFileSync(path, Buffer.concat([header, await planesOf(first)]));
  const file = openSync(path, 'r+');
  return {
    path,
    show: async (jpeg) => {
      writeSync(file, await planesOf(jpeg), 0, undefined, header.length);
    },
    close: () => closeSync(file),
  };
}

/** I420: a plane of luma, then one of blue and one of red difference at half the size (ITU-R BT.601, studio range). */
async function planesOf(jpeg: Uint8Array): Promise<Buffer> {
  const picture = sharp(jpeg).resize(width, height).removeAlpha();
  const full = await picture.clone().raw().toBuffer();
  const half = await picture
    .resize(width / 2, height / 2)
    .raw()
    .toBuffer();
  const luma = width * height;
  const chroma = luma / 4;
  const planes = Buffer.alloc(luma + 2 * chroma);
  for (let i = 0; i < luma; i++) {
    const [red, green, blue] = pixel(full, i);
    planes[i] = Math.round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255);
  }
  for (let i = 0; i < chroma; i++) {
    const [red, green, blue] = pixel(half, i);
    planes[luma + i] = Math.round(128 + (-37.797 * red - 74.203 * green + 112 * blue) / 255);
    planes[luma + chroma + i] = Math.round(128 + (112 * red - 93.786 * green - 18.214 * blue) / 255);
  }
  return planes;
}

function pixel(rgb: Buffer, index: number): [number, number, number] {
  return [rgb[3 * index] ?? 0, rgb[3 * index + 1] ?? 0, rgb[3 * index + 2] ?? 0];
}
