import { route } from '@/lib/http/route';
import { signIn } from '@/lib/http/session/sign-in';

export const dynamic = 'force-dynamic';
export const POST = route(signIn);
