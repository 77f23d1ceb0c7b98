export { captureFace } from '../holder/capture-face.ts';
export { captureVoice } from '../holder/capture-voice.ts';
