import { route } from '@/lib/http/route';
import { previewSource } from '@/lib/http/sources/preview-source';
import { wrongMethod } from '@/lib/http/wrong-method';

export const dynamic = 'force-dynamic';
export const POST = route(previewSource);
export { wrongMethod as GET, wrongMethod as PUT, wrongMethod as PATCH, wrongMethod as DELETE, wrongMethod as OPTIONS };
