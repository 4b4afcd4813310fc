import { followWorkshop } from '@/lib/http/live/follow-workshop';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const GET = route(followWorkshop);
