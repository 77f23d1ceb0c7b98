import type { BrandName } from '../../../shared/contract/authority/registrar.ts';
import { Problem } from '../../../shared/problem.ts';
import type { NameTable } from '../ports/store.ts';
import { nameSkeleton } from './name-skeleton.ts';

/**
 * Registers a brand name for one relying party, which may have several. Twice is once.
 * @throws Problem name-taken where another has it, or one that can be taken for it
 */
export function registerName(names: NameTable, name: BrandName): BrandName {
  const skeleton = nameSkeleton(name.rpName);
  const holder = names.holderOf(skeleton);
  if (holder !== undefined && holder !== name.rpId) throw new Problem('name-taken');
  names.put(skeleton, name);
  return name;
}
