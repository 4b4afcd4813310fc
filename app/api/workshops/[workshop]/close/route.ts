import { route } from '@/lib/http/route';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';

export const dynamic = 'force-dynamic';
export const POST = route(endWorkshop);
