import { Problem } from '../../../../shared/problem.ts';

/** A request that does not fit its schema. `where` names a place of the schema, never what was sent. */
export class Misfit extends Problem {
  readonly where: string;

  constructor(where: string) {
    super('request-invalid');
    this.where = where;
  }
}
