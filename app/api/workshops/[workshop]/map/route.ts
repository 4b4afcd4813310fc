import { showMap } from '@/lib/http/map/show-map';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const GET = route(showMap);
