import { vote } from '@/lib/http/rounds/vote';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const PUT = route(vote);
