/** What WeChat has and Taro does not hand on. */
declare const wx: {
  requirePrivacyAuthorize?: (option: { success: () => void; fail: () => void }) => void;
};
