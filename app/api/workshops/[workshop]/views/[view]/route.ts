import { forgetView } from '@/lib/http/map/views';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const DELETE = route(forgetView);
