/** A row of a list that begins with the newest: of two at one moment the ids decide. */
export interface Place {
  at: number;
  id: string;
}

/** So many rows of such a list, from after the place. */
export interface Page {
  most: number;
  before: Place | undefined;
}
