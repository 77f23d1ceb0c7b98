/** Reads a text aloud, where the browser can; a new one ends the one before. */
export function speak(text: string): void {
  if (!('speechSynthesis' in window)) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = /[\u4e00-\u9fff]/.test(text) ? 'zh-CN' : 'en';
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}
