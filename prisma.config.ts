import { defineConfig } from 'prisma/config';

// Only `prisma generate` is used; the connection comes from lib/env at run time.
export default defineConfig({ schema: 'prisma/schema.prisma' });
