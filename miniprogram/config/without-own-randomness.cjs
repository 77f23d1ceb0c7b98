/**
 * A webpack loader for sm-crypto-v2: it looks for a source of randomness as soon as it is loaded, last by Node's `crypto`,
 * which Alipay's IDE cannot resolve. Nothing here draws from it: its pool stays empty, so that drawing from it throws.
 */
module.exports = function withoutOwnRandomness(source) {
  const searched = /async function initRNGPool\(\) \{[\s\S]*?\n\}\ninitRNGPool\(\);\n/;
  if (!searched.test(source)) throw new Error('sm-crypto-v2 looks for randomness in another way than it did');
  return source.replace(searched, 'function initRNGPool() {}\n');
};
