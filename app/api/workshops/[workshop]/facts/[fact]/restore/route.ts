import { bringFactBack } from '@/lib/http/map/facts';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(bringFactBack);
