import { route } from '@/lib/http/route';
import { makeExampleWorkshop } from '@/lib/http/workshops/make-workshop';

export const dynamic = 'force-dynamic';
export const POST = route(makeExampleWorkshop);
