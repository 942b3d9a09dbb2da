'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { AlarmAnnouncer } from '@/features/alarms/AlarmAnnouncer';
import { OpenAlarmCount } from '@/features/alarms/OpenAlarmCount';
import { Account } from '@/features/session/Account';
import { LiveBadge, StaleBanner } from '@/shared/live/LiveBadge';
import { Clock } from './Clock';
import styles from './Shell.module.css';

/** What surrounds every page: where one is, how fresh it is, who is looking. */
export function Shell({ children }: { children: React.ReactNode }) {
  const path = usePathname();
  const entry = (href: string, label: React.ReactNode, alsoUnder?: string) => {
    const here = path === href || (alsoUnder !== undefined && path.startsWith(alsoUnder));
    return (
      <li>
        <Link href={href} prefetch={false} aria-current={here ? 'page' : undefined}>
          {label}
        </Link>
      </li>
    );
  };
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.header}>
        <span className={styles.mark}>IndustrialMind</span>
        <nav aria-label="Pages" className={styles.nav}>
          <ul>
            {entry('/', 'Plant', '/asset')}
            {entry(
              '/alarms/',
              <>
                Alarms <OpenAlarmCount />
              </>,
            )}
            {entry('/models/', 'Models')}
            {entry('/backtest/', 'Backtest')}
          </ul>
        </nav>
        <div className={styles.status}>
          <LiveBadge />
          <Clock />
          <Account />
        </div>
      </header>
      <StaleBanner />
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <AlarmAnnouncer />
    </>
  );
}
