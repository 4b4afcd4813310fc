import { becomeSomeoneElse } from '@/lib/http/people/become-someone-else';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(becomeSomeoneElse);
