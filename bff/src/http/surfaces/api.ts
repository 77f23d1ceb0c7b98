import { applyOnPhone } from '../../apply/api.ts';
import { attemptOnPhone } from '../../attempt/api.ts';
import { loginOnPhone } from '../../login/api.ts';
import { operators } from '../../operator/api.ts';
import { registryForOperators } from '../../registry/api.ts';
import { webhooksForOperators } from '../../registry/webhooks/api.ts';
import { verifyAtCounter, verifyOnPhone } from '../../verify/api.ts';
import type { CounterApi, HolderApi, OperatorApi } from '../routes/route.ts';

/** All that a counter can ask for. */
export const counterApi: CounterApi = verifyAtCounter;

/** All that a phone can ask for. */
export const holderApi: HolderApi = { ...loginOnPhone, ...verifyOnPhone, ...attemptOnPhone, ...applyOnPhone };

/** All that an operator can ask for. */
export const operatorApi: OperatorApi = { ...operators, ...registryForOperators, ...webhooksForOperators };
