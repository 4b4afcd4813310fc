import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { nlCommon } from '@/lib/messages/nl';
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-400-italic.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-400.css';
import '@fontsource/atkinson-hyperlegible/latin-ext-700.css';
import './globals.css';

/** Every page depends on who looks, and carries a nonce of its own. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: nlCommon.product, template: `%s – ${nlCommon.product}` },
  description: nlCommon.description,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#faf6ee' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl">
      <body>
        <noscript>
          <p className="no-scripts">{nlCommon.needsScripts}</p>
        </noscript>
        {children}
      </body>
    </html>
  );
}
