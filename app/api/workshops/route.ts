import { route } from '@/lib/http/route';
import { makeWorkshop } from '@/lib/http/workshops/make-workshop';
import { myWorkshops } from '@/lib/http/workshops/my-workshops';

export const dynamic = 'force-dynamic';
export const GET = route(myWorkshops);
export const POST = route(makeWorkshop);
