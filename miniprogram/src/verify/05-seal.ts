export { sealSample } from '../holder/seal-sample.ts';
