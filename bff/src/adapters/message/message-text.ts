/** What every reminder says, whoever gets it: that there is something to be looked at, and neither whose it is nor when it ends. */
export const messageText = { what: '网证快到期了', next: '请打开亮证，在通知里查看' } as const;

/** Where a tap on it leads. */
export const messagePage = 'pages/notices/index';
