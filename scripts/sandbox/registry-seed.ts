import type { WordPolicy } from '../../shared/counter-word.ts';
import type { Scene } from '../../shared/scenes.ts';

import { pointsRp, pointsSeed } from './points-seed.ts';

interface SeedRp {
  id: string;
  name: string;
  scenes: Scene[];
  /** Where it chose when the counter word is asked for. */
  counterWord?: Partial<Record<Scene, WordPolicy>>;
  /** Whether its result tokens come inside a JWE. */
  encrypted: boolean;
  counters: { id: string; name: string; place: string }[];
}

/** Who is registered in the sandbox. */
export const registrySeed: SeedRp[] = [
  {
    id: 'rp_sandbox-hotel',
    name: '演示酒店 Demo Hotel',
    scenes: ['hotel', 'peer'],
    // Two people who meet, and no clerk who knows who comes and goes.
    counterWord: { peer: 'always' },
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-hotel-1', name: '前台一 Reception 1', place: '演示市测试路 1 号 1 Test Road' },
      { id: 'cnt_sandbox-hotel-2', name: '前台二 Reception 2', place: '演示市测试路 1 号 1 Test Road' },
    ],
  },
  {
    id: 'rp_sandbox-gov',
    name: '演示政务大厅 Demo Office',
    scenes: ['gov-window', 'traffic', 'company'],
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-gov-1', name: '一号窗口 Window 1', place: '演示市人民路 8 号 8 Civic Road' },
    ],
  },
  {
    id: 'rp_sandbox-shop',
    name: '演示门店 Demo Shop',
    scenes: ['net-bar', 'parcel', 'ticket', 'sim-card'],
    encrypted: true,
    counters: [{ id: 'cnt_sandbox-shop-1', name: '柜台 Desk 1', place: '演示市集市街 3 号 3 Market Street' }],
  },
  {
    id: 'rp_sandbox-station',
    name: '演示交通枢纽 Demo Station',
    scenes: ['rail', 'air'],
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-station-1', name: '一号验票口 Gate 1', place: '演示市站前路 5 号 5 Station Road' },
    ],
  },
  {
    id: 'rp_sandbox-hospital',
    name: '演示医院 Demo Hospital',
    scenes: ['hospital'],
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-hospital-1', name: '挂号处 Registration', place: '演示市康宁路 6 号 6 Health Road' },
    ],
  },
  {
    id: 'rp_sandbox-bank',
    name: '演示银行 Demo Bank',
    scenes: ['bank-account'],
    encrypted: false,
    counters: [
      { id: 'cnt_sandbox-bank-1', name: '一号柜台 Desk 1', place: '演示市金桥路 9 号 9 Bridge Road' },
    ],
  },
  {
    ...pointsRp,
    scenes: ['acceptance'],
    encrypted: false,
    counters: pointsSeed.map(({ counterId, address }) => ({
      id: counterId,
      name: '受理台 Desk',
      place: address,
    })),
  },
];
