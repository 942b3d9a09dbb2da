import type { Metadata, Viewport } from 'next';
import 'uplot/dist/uPlot.min.css';
import '@/shared/ui/tokens.css';
import { SessionGate } from '@/features/session/SessionGate';
import { Shell } from './Shell';

export const metadata: Metadata = {
  title: { default: 'Plant · IndustrialMind', template: '%s · IndustrialMind' },
  description: 'The condition of the plant, its alarms and what to do about them.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#d2d5d8' },
    { media: '(prefers-color-scheme: dark)', color: '#101316' },
  ],
};

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <noscript>This dashboard needs JavaScript.</noscript>
        <SessionGate>
          <Shell>{children}</Shell>
        </SessionGate>
      </body>
    </html>
  );
}
