import { route } from '@/lib/http/route';
import { signOut } from '@/lib/http/session/sign-out';

export const dynamic = 'force-dynamic';
export const POST = route(signOut);
