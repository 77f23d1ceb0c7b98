import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { CHIP_SIDE } from './cut-chip.ts';

const MODEL = 'face_recognition_model';
/** The net's own mean colour. */
const MEAN_RGB = [122.782, 117.001, 104.298];

/** Turns chips into embeddings of 128 numbers each, of length 1. */
export type ChipEmbedder = (chips: readonly Float32Array[]) => Promise<number[][]>;

/** Loads the dlib ResNet weights that come with face-api and returns its forward pass. */
export async function loadChipEmbedder(): Promise<ChipEmbedder> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
    'model',
  );
  const manifest: tf.io.WeightsManifestConfig = JSON.parse(
    await readFile(join(folder, `${MODEL}-weights_manifest.json`), 'utf8'),
  );
  const bytes = await readFile(join(folder, `${MODEL}.bin`));
  const weights = tf.io.decodeWeights(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    manifest.flatMap((group) => group.weights),
  );
  const weight = (name: string): tf.Tensor => {
    const found = weights[name];
    if (!found) throw new Error(`the face weights lack ${name}`);
    return found;
  };
  const filters = (name: string): tf.Tensor4D => {
    const found = weight(`${name}/conv/filters`);
    const [height = 1, width = 1, from = 1, to = 1] = found.shape;
    return tf.reshape(found, [height, width, from, to]);
  };
  const convolve = (x: tf.Tensor4D, name: string, stride: 1 | 2): tf.Tensor4D => {
    const out = tf.conv2d(x, filters(name), stride, stride === 2 ? 'valid' : 'same');
    const biased = tf.add(out, weight(`${name}/conv/bias`));
    return tf.add<tf.Tensor4D>(
      tf.mul(biased, weight(`${name}/scale/weights`)),
      weight(`${name}/scale/biases`),
    );
  };
  const residual = (x: tf.Tensor4D, name: string): tf.Tensor4D =>
    tf.relu(tf.add<tf.Tensor4D>(convolve(tf.relu(convolve(x, `${name}/conv1`, 1)), `${name}/conv2`, 1), x));
  const halved = (x: tf.Tensor4D, name: string): tf.Tensor4D => {
    const out = convolve(tf.relu(convolve(x, `${name}/conv1`, 2)), `${name}/conv2`, 1);
    const pooled = tf.avgPool(x, 2, 2, 'valid');
    const [, height, width] = pooled.shape;
    const deep = Math.max(pooled.shape[3], out.shape[3]);
    const grown = (t: tf.Tensor4D): tf.Tensor4D =>
      tf.pad4d(t, [
        [0, 0],
        [0, height - t.shape[1]],
        [0, width - t.shape[2]],
        [0, deep - t.shape[3]],
      ]);
    return tf.relu(tf.add<tf.Tensor4D>(grown(pooled), grown(out)));
  };
  const forward = (batch: tf.Tensor4D): tf.Tensor2D => {
    const centred: tf.Tensor4D = tf.div(tf.sub(batch, tf.tensor1d(MEAN_RGB)), 255);
    let x = tf.relu(convolve(centred, 'conv32_down', 2));
    x = tf.maxPool(x, 3, 2, 'valid');
    for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) x = residual(x, name);
    x = halved(x, 'conv64_down');
    for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) x = residual(x, name);
    x = halved(x, 'conv128_down');
    for (const name of ['conv128_1', 'conv128_2']) x = residual(x, name);
    x = halved(x, 'conv256_down');
    for (const name of ['conv256_1', 'conv256_2']) x = residual(x, name);
    x = halved(x, 'conv256_down_out');
    const pooled = tf.reshape<tf.Rank.R2>(tf.mean(x, [1, 2]), [batch.shape[0], 256]);
    const out = tf.matMul(pooled, tf.reshape<tf.Rank.R2>(weight('fc'), [256, 128]));
    return tf.div(out, tf.norm(out, 'euclidean', 1, true));
  };
  return async (chips) => {
    if (chips.length === 0) return [];
    const result = tf.tidy(() => {
      const pictures = chips.map((chip) => tf.tensor3d(chip, [CHIP_SIDE, CHIP_SIDE, 3]));
      return forward(tf.reshape<tf.Rank.R4>(tf.stack(pictures), [chips.length, CHIP_SIDE, CHIP_SIDE, 3]));
    });
    const embeddings = await result.array();
    result.dispose();
    return embeddings;
  };
}
