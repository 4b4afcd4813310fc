// Next writes next-env.d.ts when it builds; types are checked before that, so its types are named here.
/// <reference types="next" />
