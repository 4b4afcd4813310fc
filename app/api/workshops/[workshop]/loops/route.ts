import { addLoop } from '@/lib/http/map/loops';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(addLoop);
