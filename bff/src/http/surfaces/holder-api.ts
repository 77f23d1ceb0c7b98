import { applyOnPhone } from '../../apply/api.ts';
import { attemptOnPhone } from '../../attempt/api.ts';
import { loginOnPhone } from '../../login/api.ts';
import { verifyOnPhone } from '../../verify/api.ts';
import type { HolderApi } from '../routes/route.ts';

/** All that a phone can ask for. */
export const holderApi: HolderApi = { ...loginOnPhone, ...verifyOnPhone, ...attemptOnPhone, ...applyOnPhone };
