import { verifyAtCounter } from '../../verify/api.ts';
import type { CounterApi } from '../routes/route.ts';

/** All that a counter can ask for. */
export const counterApi: CounterApi = { ...verifyAtCounter };
