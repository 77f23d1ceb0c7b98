import type { Text } from './text.ts';

/** What a credential may be, at the BFF and at the authority alike. */
export const credentialStates = [
  'active',
  'frozen',
  'suspended',
  'card-reported-lost',
  'unusable',
  'void',
] as const;
export type CredentialState = (typeof credentialStates)[number];

/** Why a credential is void. */
export const voidReasons = ['superseded', 'phone-lost', 'erased', 'expired'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** What each state says to its holder. */
export const credentialStateText = {
  active: { zh: '可以使用', en: 'Ready for use' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  suspended: { zh: '已暂停，等待处理', en: 'Suspended until it is settled' },
  'card-reported-lost': { zh: '身份证已挂失', en: 'ID card reported lost' },
  unusable: { zh: '已在另一部手机登录', en: 'Another phone has signed in' },
  void: { zh: '已失效', en: 'Void' },
} as const satisfies Record<CredentialState, Text>;

interface Move {
  from: readonly CredentialState[];
  to: CredentialState;
  /** Of a move to `void`: why. */
  reason?: VoidReason;
  /** Who makes it: the holder, one of the two servers by its clock or its own decision, or the operator. */
  by: 'holder' | 'authority' | 'clock' | 'operator';
  /**
   * What a holder brings: `possession` of a login for what strengthens, the own face and voice at the `level` of the credential for
   * what weakens. Of moves that no holder makes: `nothing`.
   */
  needs: 'possession' | 'level' | 'nothing';
}

const alive = ['active', 'frozen', 'suspended', 'card-reported-lost', 'unusable'] as const;

/**
 * The whole life of a credential, as data. What is not listed cannot happen. The report of a lost card runs on behind a freeze, and
 * whatever becomes of phones and logins, until it ends or is withdrawn: `landing` says in which state a move ends.
 */
export const credentialMoves = {
  freeze: { from: ['active', 'card-reported-lost'], to: 'frozen', by: 'holder', needs: 'possession' },
  'report-card': {
    from: ['active', 'frozen', 'suspended', 'unusable'],
    to: 'card-reported-lost',
    by: 'holder',
    needs: 'possession',
  },
  'report-phone': { from: alive, to: 'void', reason: 'phone-lost', by: 'holder', needs: 'possession' },
  'take-over': {
    from: ['active', 'frozen', 'card-reported-lost'],
    to: 'unusable',
    by: 'holder',
    needs: 'possession',
  },
  dispute: {
    from: ['active', 'frozen', 'card-reported-lost', 'unusable'],
    to: 'suspended',
    by: 'holder',
    needs: 'possession',
  },
  erase: { from: alive, to: 'void', reason: 'erased', by: 'holder', needs: 'possession' },
  unfreeze: { from: ['frozen'], to: 'active', by: 'holder', needs: 'level' },
  'withdraw-card-report': { from: ['card-reported-lost'], to: 'active', by: 'holder', needs: 'level' },
  /** The credential that takes the place of an unusable one is another; what was unusable is void. */
  'bring-along': { from: ['unusable'], to: 'void', reason: 'superseded', by: 'holder', needs: 'level' },
  'end-card-report': { from: ['card-reported-lost'], to: 'active', by: 'clock', needs: 'nothing' },
  lapse: { from: ['unusable'], to: 'void', reason: 'superseded', by: 'clock', needs: 'nothing' },
  expire: { from: alive, to: 'void', reason: 'expired', by: 'clock', needs: 'nothing' },
  suspend: {
    from: ['active', 'frozen', 'card-reported-lost', 'unusable'],
    to: 'suspended',
    by: 'authority',
    needs: 'nothing',
  },
  supersede: { from: alive, to: 'void', reason: 'superseded', by: 'authority', needs: 'nothing' },
  /** A dispute was dismissed. Nobody but the holder makes it usable again, by the own face. */
  release: { from: ['suspended'], to: 'frozen', by: 'operator', needs: 'nothing' },
} as const satisfies Record<string, Move>;

export type CredentialMove = keyof typeof credentialMoves;

/** What a holder may do from any login, without a face. */
export const possessionMoves = [
  'freeze',
  'report-phone',
  'report-card',
] as const satisfies readonly CredentialMove[];
export type PossessionMove = (typeof possessionMoves)[number];

/** What a holder may do by the own face and voice, at the level of the credential: the acts of the ceremony `protect`. */
export const protectActs = ['unfreeze', 'withdraw-card-report'] as const satisfies readonly CredentialMove[];
export type ProtectAct = (typeof protectActs)[number];

/** Whether the table has the move from that state. */
export function mayMove(from: CredentialState, move: CredentialMove): boolean {
  const states: readonly CredentialState[] = credentialMoves[move].from;
  return states.includes(from);
}

/**
 * The state in which a move ends, where the report of a lost card runs or does not: what cannot be shown anyhow stays as it is when the card
 * is reported, what thaws is still reported.
 */
export function landing(from: CredentialState, move: CredentialMove, cardReported: boolean): CredentialState {
  const { to } = credentialMoves[move];
  if (move === 'report-card' && !mayBeShown(from)) return from;
  return move === 'unfreeze' && cardReported ? 'card-reported-lost' : to;
}

/** Whether a credential in that state may be shown at a counter. In strict scenes the authority fails it while the card is reported lost. */
export function mayBeShown(state: CredentialState): boolean {
  return state === 'active' || state === 'card-reported-lost';
}

/** The stronger of two states, in which less can be done: where BFF and authority differ, both come to it. */
export function strongerState(one: CredentialState, other: CredentialState): CredentialState {
  const strength: readonly CredentialState[] = [
    'active',
    'card-reported-lost',
    'frozen',
    'unusable',
    'suspended',
    'void',
  ];
  return strength.indexOf(one) >= strength.indexOf(other) ? one : other;
}
