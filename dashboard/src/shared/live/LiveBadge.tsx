'use client';

import { localTime, utc } from '../time/time';
import { useNow } from '../time/useNow';
import { useLiveState } from './useLive';
import styles from './LiveBadge.module.css';

/** Says whether what is on the page is what is going on now. */
export function LiveBadge() {
  const { phase, lastHeard } = useLiveState();
  const now = useNow();
  return (
    <span className={`${styles.badge} ${styles[phase]}`} data-testid="live" data-phase={phase}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {phase === 'live' ? <circle cx="6" cy="6" r="5" /> : <path d="M6 1 11.5 11H.5Z" />}
      </svg>
      {phase === 'live' && 'Live'}
      {phase === 'connecting' && 'Connecting'}
      {phase === 'reconnecting' && 'Reconnecting'}
      {phase === 'stale' && (
        <span title={utc(lastHeard)}>Not live since {localTime(lastHeard, now)}</span>
      )}
    </span>
  );
}

/** Warns across the page once the picture is too old to be trusted. */
export function StaleBanner() {
  const { phase, lastHeard } = useLiveState();
  const now = useNow();
  return (
    <div role="status">
      {phase === 'stale' && (
        <p className={styles.banner} data-testid="stale">
          <strong>The event stream is down since {localTime(lastHeard, now)}.</strong> New alarms may show up late: the
          page asks every few seconds instead, and reconnects by itself.
        </p>
      )}
    </div>
  );
}
