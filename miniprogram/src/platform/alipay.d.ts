declare const my: {
  /** A source of randomness by the name and in the shape of WeChat's; Alipay's documents know none. */
  getRandomValues?: (option: {
    length: number;
    success: (answer: { randomValues: ArrayBuffer }) => void;
    fail: (problem: unknown) => void;
  }) => void;
  /** By the name of WeChat's; to be confirmed on a device. */
  onAudioInterruptionBegin?: (listener: () => void) => void;
  offAudioInterruptionBegin?: (listener: () => void) => void;
};
