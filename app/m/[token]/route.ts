import { keepJoinToken } from '@/lib/http/people/keep-join-token';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const GET = route(keepJoinToken);
