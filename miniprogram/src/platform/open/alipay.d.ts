declare const my: {
  /** Its success says no more than that the page is closed: `resultStatus` can be forged on the phone. */
  startAPVerify?: (option: { certifyId: string; url: string; success: () => void; fail: () => void }) => void;
  requestSubscribeMessage?: (option: {
    entityIds: string[];
    success: (said: { behavior?: string }) => void;
    fail: () => void;
  }) => void;
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
