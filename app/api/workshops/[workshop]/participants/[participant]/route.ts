import { removeFromWorkshop } from '@/lib/http/people/remove-from-workshop';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const DELETE = route(removeFromWorkshop);
