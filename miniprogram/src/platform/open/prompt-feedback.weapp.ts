import Taro from '@tarojs/taro';

/** A clear tone, not a shrill one: old ears lose the high ones first. */
const tone = { hertz: 660, seconds: 0.18, loud: 0.3 };

let audio: AudioContext | undefined;

/** A short buzz and a short tone (WebAudio, base library 2.19). A phone that lacks one is no fault. */
export function promptFeedback(): void {
  Taro.vibrateShort({ type: 'medium', fail: () => undefined });
  try {
    audio ??= wx.createWebAudioContext?.();
    if (audio !== undefined) beep(audio);
  } catch {
    audio = undefined;
  }
}

function beep(audio: AudioContext): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  const end = audio.currentTime + tone.seconds;
  oscillator.frequency.value = tone.hertz;
  volume.gain.setValueAtTime(tone.loud, audio.currentTime);
  volume.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(volume);
  volume.connect(audio.destination);
  oscillator.start();
  oscillator.stop(end);
}
