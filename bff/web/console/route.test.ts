import { expect, it } from 'vitest';
import { routeOf } from './route.ts';

it.each([
  ['', { page: 'overview' }],
  ['#/rps', { page: 'relying-parties' }],
  ['#/rps/add', { page: 'add-rp' }],
  ['#/rps/import', { page: 'import' }],
  ['#/rps/rp_my-hotel/acceptance-points', { page: 'acceptance-points', rpId: 'rp_my-hotel' }],
  ['#/rps/rp_my-hotel/terminal-owners', { page: 'terminal-owners', rpId: 'rp_my-hotel' }],
  ['#/rps/rp_my-hotel/nowhere', { page: 'rp', rpId: 'rp_my-hotel' }],
  ['#/rps/rp_my-hotel', { page: 'rp', rpId: 'rp_my-hotel' }],
  ['#/rps/rp_my-hotel/add-counter', { page: 'add-counter', rpId: 'rp_my-hotel' }],
  ['#/rps/rp_my-hotel/webhooks', { page: 'webhooks', rpId: 'rp_my-hotel' }],
  ['#/counters/cnt_my-hotel-1', { page: 'counter', counterId: 'cnt_my-hotel-1' }],
  ['#/figures', { page: 'figures' }],
  ['#/disputes', { page: 'disputes' }],
  ['#/reports', { page: 'reports' }],
  ['#pair=WDJB-MJHT', { page: 'pair', code: 'WDJB-MJHT' }],
  ['#pair=<script>', { page: 'overview' }],
  ['#/nowhere', { page: 'overview' }],
])('the address %s leads to its page', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});
