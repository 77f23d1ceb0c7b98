/** It looks for a source of randomness as soon as it is loaded, last by Node's `crypto`, which Alipay's IDE cannot resolve. */
const search = /async function initRNGPool\(\) \{[\s\S]*?\n\}\ninitRNGPool\(\);\n/;
/** SM2 over a second copy of the curve library; `shared/seal` has SM2 over the one that is there anyway. */
const listOfSm2 = /__export\(sm2_exports, \{[\s\S]*?\n\}\);\n/;
const curve = /var sm2Fp = Field\([\s\S]*?\nvar field = Field\(.*\);\n/;
const sharedSecret = /^var { getSharedSecret } = sm2Curve;\n/m;
const constants = /(?<=^var \w+ = )(?=utils4\.hexToNumber\()/gm;

/**
 * A webpack loader for sm-crypto-v2: its search for randomness and its SM2 are taken out. Nothing draws from its randomness: its pool
 * stays empty, so that drawing from it throws.
 */
module.exports = function trimSmCrypto(source) {
  for (const part of [search, listOfSm2, curve, sharedSecret, constants])
    if (source.search(part) < 0) throw new Error('sm-crypto-v2 is made in another way than it was');
  return source
    .replace(search, 'function initRNGPool() {}\n')
    .replace(listOfSm2, '')
    .replace(curve, 'var sm2Curve, field;\n')
    .replace(sharedSecret, '')
    .replace(constants, '/* @__PURE__ */ ');
};
