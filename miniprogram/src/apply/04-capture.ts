export { captureFace } from '../attempt/04-capture-face.ts';
export { captureVoice } from '../attempt/04-capture-voice.ts';
