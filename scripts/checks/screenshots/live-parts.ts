/**
 * What is never the same twice: codes, references, times, what a camera sees. In pictures that are compared it is painted over. A page
 * marks such an element by `live` among its classes, or by its own tag or name.
 */
export const liveParts = '.live, .landing-steps, video, canvas, #qr, #phone input';
