export { sealSample } from '../attempt/05-seal.ts';
