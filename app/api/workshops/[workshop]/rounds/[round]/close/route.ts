import { endRound } from '@/lib/http/rounds/end-round';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(endRound);
