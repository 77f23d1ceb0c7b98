/** What the oldest engines speak, as `babel.config.cjs` names them. */
export const ecma = 2019;

/**
 * How scripts are made small, by terser. Taro leaves out what minifiers of years ago got wrong, and keeps each function's name and the quotes
 * about each key: an eighth of all bytes. Nothing here asks for the name of a function.
 */
export const minify = {
  ecma,
  keep_fnames: false,
  compress: {
    ecma,
    ...{ arrows: true, collapse_vars: true, comparisons: true, computed_props: true, hoist_props: true },
    ...{
      inline: true,
      loops: true,
      negate_iife: true,
      properties: true,
      reduce_funcs: true,
      reduce_vars: true,
    },
    ...{ switches: true, typeofs: true },
    passes: 2,
  },
  // Chinese letters as they are: three bytes each in place of six.
  output: { ecma, ascii_only: false, keep_quoted_props: false, quote_keys: false },
};
