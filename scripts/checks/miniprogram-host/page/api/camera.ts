import { ask, fromBase64 } from '../ask.ts';
import { call } from './call.ts';
import { writeTemporaryFile } from './files.ts';

/** The prompt that stands on the screen, as the class of its element names it. */
function promptOnScreen(): string | undefined {
  const shown = [...document.querySelectorAll('[id$="--prompt"]')].filter((element) =>
    element.checkVisibility(),
  );
  return shown.flatMap((element) => [...element.classList]).find((name) => name.startsWith('prompt-'));
}

async function takePicture(): Promise<Uint8Array<ArrayBuffer>> {
  const prompt = promptOnScreen();
  const { jpeg } = await ask('photo', prompt === undefined ? {} : { prompt });
  return fromBase64(jpeg);
}

/** Milliseconds from frame to frame of the frame listener. */
const frameGap = 200;

interface RawFrame {
  data: ArrayBuffer;
  width: number;
  height: number;
}

/** `createCameraContext` of both platforms: single pictures, which WeChat gives as a mirror by default, or a stream of uncompressed frames. */
export function cameraApi(target: 'weapp' | 'alipay'): Record<string, unknown> {
  const context = {
    takePhoto: call(
      'takePhoto',
      async ({ selfieMirror = target === 'weapp' }: { selfieMirror?: boolean }) => {
        const jpeg = await takePicture();
        return { tempImagePath: writeTemporaryFile(selfieMirror ? await mirrored(jpeg) : jpeg, 'jpg') };
      },
    ),
    onCameraFrame(listener: (frame: RawFrame) => void) {
      let running = false;
      const play = async () => {
        while (running) {
          const frame = await decode(await takePicture());
          if (running) listener(frame);
          await new Promise((resolve) => setTimeout(resolve, frameGap));
        }
      };
      return {
        start: call('CameraFrameListener.start', () => {
          running = true;
          void play();
          return {};
        }),
        stop: call('CameraFrameListener.stop', () => {
          running = false;
          return {};
        }),
      };
    },
  };
  return { createCameraContext: () => context };
}

async function mirrored(jpeg: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const drawing = canvas.getContext('2d');
  if (drawing === null) throw new Error('no canvas');
  drawing.scale(-1, 1);
  drawing.drawImage(picture, -picture.width, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return new Uint8Array(await blob.arrayBuffer());
}

/** RGBA, row by row. */
async function decode(jpeg: Uint8Array<ArrayBuffer>): Promise<RawFrame> {
  const picture = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
  const { width, height } = picture;
  const drawing = new OffscreenCanvas(width, height).getContext('2d');
  if (drawing === null) throw new Error('no canvas');
  drawing.drawImage(picture, 0, 0);
  return { width, height, data: drawing.getImageData(0, 0, width, height).data.buffer };
}
