declare module 'redoc/bundles/redoc.standalone.js' {
  const Redoc: {
    /** Draws a document into an element; `done` is told of a fault, or of none. */
    init(document: unknown, options: object, into: Element, done: (fault?: Error) => void): void;
  };
  export default Redoc;
}
