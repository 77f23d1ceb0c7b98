import type { Operations } from '../entry.ts';
import { familyOperations } from '../family/operations.ts';
import { meetingOperations } from '../peer/operations.ts';
import { counterOperations } from './at-counter.ts';
import { consentOperations } from './on-consents.ts';
import { credentialOperations } from './on-credentials.ts';
import { operatorOperations } from './on-operators.ts';
import { phoneOperations } from './on-phone.ts';
import { registryOperations } from './on-registry.ts';
import { webhookOperations } from './on-webhooks.ts';
import { publicOperations } from './public.ts';

/** What is told of every call, by its operation id. */
export const operations: Operations = {
  ...counterOperations,
  ...phoneOperations,
  ...credentialOperations,
  ...consentOperations,
  ...meetingOperations,
  ...familyOperations,
  ...operatorOperations,
  ...registryOperations,
  ...webhookOperations,
  ...publicOperations,
};
