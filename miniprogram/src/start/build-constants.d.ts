/** Scheme and host of the BFF that this package was built for; empty on H5, which is served by its BFF. */
declare const builtForBff: string;
/** The authority's root key that this package trusts, as the JSON of a `TrustAnchor`; empty where none was given. */
declare const builtForTrust: string;
