import { joinByCodeForm } from '@/lib/http/people/join-by-code-form';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(joinByCodeForm);
