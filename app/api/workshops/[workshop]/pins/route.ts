import { addPin } from '@/lib/http/map/pins';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(addPin);
