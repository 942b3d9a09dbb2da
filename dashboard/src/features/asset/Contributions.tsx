import type { Channel, Contribution } from '@/shared/api/contract';
import { Panel } from '@/shared/ui/Panel';
import { channelLabel, deviationWords } from '@/shared/ui/words';
import type { Drivers } from './asset';
import styles from './asset.module.css';

interface Props {
  contributions: Contribution[];
  of: Drivers['of'];
  channels: Channel[];
  children?: React.ReactNode;
}

const SHOWN = 6;
const ASIDE: Record<Drivers['of'], string> = { now: 'Now', lastEpisode: 'In the last episode', none: '' };

/** Which sensors make the score, how much of it each, and which way each has moved. */
export function Contributions({ contributions, of, channels, children }: Props) {
  if (of === 'none') return null;
  const largest = Math.max(...contributions.map(({ share }) => share), 0.01);
  return (
    <Panel title="What drives the score" aside={ASIDE[of]} testId="contributions">
      <ol className={styles.contributions}>
        {contributions.slice(0, SHOWN).map(({ channel, share, deviation }) => (
          <li key={channel} data-channel={channel}>
            <span className={styles.driverName}>
              {channelLabel(channel, channels.find(({ name }) => name === channel)?.description)}
            </span>
            <span className={styles.driverShare}>{Math.round(share * 100)} %</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.shareTrack} width="100" height="6" />
              <rect className={styles.shareBar} width={(share / largest) * 100} height="6" />
            </svg>
            <span className={styles.driverWords}>
              <Arrow deviation={deviation} />
              {deviationWords(deviation)}
            </span>
          </li>
        ))}
      </ol>
      {children}
    </Panel>
  );
}

export function Arrow({ deviation }: { deviation: number }) {
  const path =
    Math.abs(deviation) < 0.5 ? 'M2 6H10' : deviation > 0 ? 'M6 10V2M2.5 5.5 6 2 9.5 5.5' : 'M6 2V10M2.5 6.5 6 10 9.5 6.5';
  return (
    <svg className={styles.arrow} viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
