import { arriveCall } from '../../../../shared/contract/verify/02-arrive.ts';

const name = 'lz-arrival';

export function arrivalCookie(publicUrl: string, ticket: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${ticket}; Path=${arriveCall.path}; Max-Age=1800; HttpOnly; SameSite=Strict${secure}`;
}

export function ticketIn(header: string | undefined): string | undefined {
  return /(?:^|;\s*)lz-arrival=([A-Za-z0-9_-]{22})(?:;|$)/.exec(header ?? '')?.[1];
}
