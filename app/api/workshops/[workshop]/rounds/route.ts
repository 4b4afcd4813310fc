import { startRound } from '@/lib/http/rounds/start-round';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(startRound);
