/** @type {import('next').NextConfig} */
export default {
  // Tests build into a folder of their own and may run beside a running start.
  distDir: process.env.KNOOPPUNT_DIST || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Next has no checker for this TypeScript; tsc runs in the tests.
  typescript: { ignoreBuildErrors: true },
  // One copy per process of what holds connections or a prototype check.
  serverExternalPackages: ['pg', 'pino', '@prisma/client', '@prisma/adapter-pg', 'yjs'],
  turbopack: { root: import.meta.dirname },
};
