interface WechatFaceAnchor {
  origin: { x: number; y: number };
  size: { width: number; height: number };
}

interface WechatVisionSession {
  on(event: 'updateAnchors', listener: (anchors: WechatFaceAnchor[]) => void): void;
  on(event: 'removeAnchors', listener: () => void): void;
  start(then: (problem: number | null | undefined) => void): void;
  detectFace(picture: {
    frameBuffer: ArrayBuffer;
    width: number;
    height: number;
    scoreThreshold: number;
    sourceType: number;
    modelMode: number;
  }): void;
  destroy(): void;
}

/** What WeChat has and Taro does not hand on, or types wrongly. */
declare const wx: {
  /** Base library 3.8.12. Its success says no more than that the page is closed. */
  requestFacialVerify?: (option: { verifyId: string; success: () => void; fail: () => void }) => void;
  checkIsSupportSoterAuthentication?: (option: {
    success: (found: { supportMode: string[] }) => void;
    fail: () => void;
  }) => void;
  checkIsSoterEnrolledInDevice?: (option: {
    checkAuthMode: 'fingerPrint';
    success: (found: { isEnrolled: boolean }) => void;
    fail: () => void;
  }) => void;
  startSoterAuthentication?: (option: {
    requestAuthModes: ['fingerPrint'];
    challenge: string;
    authContent: string;
    success: (signed: { resultJSON: string; resultJSONSignature: string }) => void;
    fail: (problem: { errCode: number }) => void;
  }) => void;
  requestSubscribeMessage?: (option: {
    tmplIds: string[];
    success: (said: Record<string, string>) => void;
    fail: () => void;
  }) => void;
  requirePrivacyAuthorize?: (option: { success: () => void; fail: () => void }) => void;
  createVKSession?: (option: { track: { face: { mode: 2 } }; version: 'v1' }) => WechatVisionSession;
  createWebAudioContext?: () => AudioContext;
  onAudioInterruptionBegin?: (listener: () => void) => void;
  offAudioInterruptionBegin?: (listener: () => void) => void;
};
