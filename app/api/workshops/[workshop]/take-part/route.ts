import { takePartInWorkshop } from '@/lib/http/people/take-part-in-workshop';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(takePartInWorkshop);
