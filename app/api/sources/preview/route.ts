import { route } from '@/lib/http/route';
import { previewSource } from '@/lib/http/sources/preview-source';

export const dynamic = 'force-dynamic';
export const POST = route(previewSource);
