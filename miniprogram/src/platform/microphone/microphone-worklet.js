/** Hands the microphone's samples over in blocks. Runs in the audio thread, which loads it as a file of its own. */
const blockSize = 2048;

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.block = new Float32Array(blockSize);
    this.filled = 0;
  }

  process(inputs) {
    const samples = inputs[0][0];
    if (samples === undefined) return true;
    this.block.set(samples, this.filled);
    this.filled += samples.length;
    if (this.filled >= blockSize) {
      this.port.postMessage(this.block.slice());
      this.filled = 0;
    }
    return true;
  }
}

registerProcessor('microphone', Microphone);
