/** Seams: what other parts will bring. */
import type { PrismaClient } from '@/lib/db/client';
import type { AccessChange } from '@/lib/domain/people/access-change';
import type { UpgradeHandler } from './http-server';

export async function seedTemplates(_prisma: PrismaClient): Promise<void> {}

export type Sync = {
  handleUpgrade: UpgradeHandler;
  accessChanged: (change: AccessChange) => void;
  /** messages about rights were missed: look at everybody again */
  recheck: () => void;
  close: () => Promise<void>;
};

export function createSync(_bundle: string): Sync {
  return {
    handleUpgrade: (_request, socket) =>
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
    accessChanged: () => undefined,
    recheck: () => undefined,
    close: async () => undefined,
  };
}
