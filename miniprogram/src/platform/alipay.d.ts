/** A source of randomness by the name and in the shape of WeChat's; Alipay's documents know none. */
declare const my: {
  getRandomValues?: (option: {
    length: number;
    success: (answer: { randomValues: ArrayBuffer }) => void;
    fail: (problem: unknown) => void;
  }) => void;
};
