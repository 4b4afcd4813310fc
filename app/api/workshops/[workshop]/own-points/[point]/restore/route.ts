import { bringOwnPointBack } from '@/lib/http/map/own-points';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(bringOwnPointBack);
