import type { Scene } from '../../shared/scenes.ts';

interface SeedRp {
  id: string;
  name: string;
  scenes: Scene[];
  /** Whether its result tokens come inside a JWE. */
  encrypted: boolean;
  counters: { id: string; name: string; place: string }[];
}

/** Who is registered in the sandbox. */
export const registrySeed: SeedRp[] = [
  {
    id: 'rp_sandbox-hotel',
    name: '沙箱酒店 Sandbox Hotel',
    scenes: ['hotel', 'peer'],
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-hotel-1', name: '前台一 Reception 1', place: '沙箱市测试路 1 号 1 Test Road' },
      { id: 'cnt_sandbox-hotel-2', name: '前台二 Reception 2', place: '沙箱市测试路 1 号 1 Test Road' },
    ],
  },
  {
    id: 'rp_sandbox-gov',
    name: '沙箱政务大厅 Sandbox Office',
    scenes: ['gov-window', 'traffic'],
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-gov-1', name: '一号窗口 Window 1', place: '沙箱市人民路 8 号 8 Civic Road' },
    ],
  },
  {
    id: 'rp_sandbox-shop',
    name: '沙箱门店 Sandbox Shop',
    scenes: ['net-bar', 'parcel'],
    encrypted: true,
    counters: [{ id: 'cnt_sandbox-shop-1', name: '柜台 Desk 1', place: '沙箱市集市街 3 号 3 Market Street' }],
  },
];
