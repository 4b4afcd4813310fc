// Tests build into a folder of their own and may run beside a running start.
const dist = process.env.KNOOPPUNT_DIST || '.next';

/** @type {import('next').NextConfig} */
export default {
  distDir: dist,
  poweredByHeader: false,
  reactStrictMode: true,
  // Next has no checker for this TypeScript; tsc runs in the tests.
  // Next rewrites the tsconfig it is given, so it gets one of its own (server/start/build.mjs).
  typescript: {
    ignoreBuildErrors: true,
    tsconfigPath: `${dist === '.next' ? 'dist' : `${dist}-server`}/tsconfig.json`,
  },
  // One copy per process of what holds connections or a prototype check.
  serverExternalPackages: ['pg', 'pino', '@prisma/client', '@prisma/adapter-pg', 'yjs'],
  turbopack: { root: import.meta.dirname },
};
