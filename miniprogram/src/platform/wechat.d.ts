/** What WeChat has and Taro does not hand on. */
declare const wx: {
  /** Base library 3.8.12. Its success says no more than that the page is closed. */
  requestFacialVerify?: (option: { verifyId: string; success: () => void; fail: () => void }) => void;
  requirePrivacyAuthorize?: (option: { success: () => void; fail: () => void }) => void;
};
