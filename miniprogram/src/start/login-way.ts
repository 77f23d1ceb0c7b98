/** WeChat and Alipay know who somebody is; a browser asks for a code by SMS. */
export const loginWay: 'platform' | 'sms' = 'platform';
