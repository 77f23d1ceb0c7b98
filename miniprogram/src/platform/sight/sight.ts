/** A few grey values of the middle of the picture, upright 3 to 4, row by row. */
export const sketchSize = { width: 96, height: 128 } as const;

/** A face that the platform found: its middle and its height in shares of the middle of the picture, 0..1. */
export interface FaceBox {
  x: number;
  y: number;
  height: number;
}

/** What the camera sees at a moment; `faces` only where the platform looks for them. */
export interface Sight {
  sketch: Uint8Array;
  faces?: readonly FaceBox[];
}

/** Milliseconds from one look to the next. */
export const lookEvery = 200;

/** A picture of four bytes (red, green, blue, alpha) per pixel, row by row. */
export interface RgbaPicture {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The largest upright 3 to 4 part in the middle of a picture, in its pixels. */
export function middleOf({ width, height }: { width: number; height: number }) {
  const wide = Math.min(width, (height * sketchSize.width) / sketchSize.height);
  const high = (wide * sketchSize.height) / sketchSize.width;
  return { left: (width - wide) / 2, top: (height - high) / 2, width: wide, height: high };
}

/** The sketch of a picture; undefined where its bytes are not four per pixel. */
export function sketchOf(picture: RgbaPicture): Uint8Array | undefined {
  const { data, width } = picture;
  if (data.length === 0 || data.length !== 4 * width * picture.height) return undefined;
  const middle = middleOf(picture);
  const sketch = new Uint8Array(sketchSize.width * sketchSize.height);
  for (let y = 0; y < sketchSize.height; y++) {
    const row = Math.floor(middle.top + ((y + 0.5) * middle.height) / sketchSize.height) * width;
    for (let x = 0; x < sketchSize.width; x++) {
      const column = Math.floor(middle.left + ((x + 0.5) * middle.width) / sketchSize.width);
      // Green is close to what the eye takes for brightness.
      sketch[y * sketchSize.width + x] = data[4 * (row + column) + 1] ?? 0;
    }
  }
  return sketch;
}

/** Where a box in pixels of the picture lies in its middle part. */
export function faceIn(
  picture: { width: number; height: number },
  box: { left: number; top: number; width: number; height: number },
): FaceBox {
  const middle = middleOf(picture);
  return {
    x: (box.left + box.width / 2 - middle.left) / middle.width,
    y: (box.top + box.height / 2 - middle.top) / middle.height,
    height: box.height / middle.height,
  };
}
