export const loginWay: 'platform' | 'sms' = 'sms';
