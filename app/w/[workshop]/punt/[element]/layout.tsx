import type { ReactNode } from 'react';
import { readWorkshop } from '@/app/page-data';

/** Without access it is the workshop that is not there: asked here, because the page's own answer is about the element. */
export default async function ElementLayout({
  params,
  children,
}: {
  params: Promise<{ workshop: string }>;
  children: ReactNode;
}) {
  await readWorkshop((await params).workshop);
  return children;
}
