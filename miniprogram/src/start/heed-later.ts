/** A browser loads it behind the page: see `heed-later.h5.ts`. */
export { heedPlace } from './heed-place.ts';
