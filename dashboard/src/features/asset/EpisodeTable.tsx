'use client';

import Link from 'next/link';
import type { Channel, Episode } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { duration } from '@/shared/time/time';
import { alarmHref } from '@/shared/ui/links';
import { channelLabel } from '@/shared/ui/words';
import styles from './asset.module.css';

export function EpisodeTable({ episodes, channels }: { episodes: Episode[]; channels: Channel[] }) {
  if (episodes.length === 0) return <p className={styles.none}>None so far: this machine has behaved as it should.</p>;
  const label = (name: string) => channelLabel(name, channels.find((channel) => channel.name === name)?.description);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Episodes, scrollable">
      <table className={styles.episodes}>
        <thead>
          <tr>
            <th scope="col">Began</th>
            <th scope="col">Lasted</th>
            <th scope="col" className={styles.right}>
              Peak score
            </th>
            <th scope="col">Driven by</th>
            <th scope="col">Judged by</th>
          </tr>
        </thead>
        <tbody>
          {episodes.map((episode) => (
            <tr key={episode.id} data-testid="episode-row" data-open={episode.closed === null}>
              <td>
                <Link href={alarmHref(episode.id)} prefetch={false}>
                  <Moment at={episode.onset} />
                </Link>
              </td>
              <td>
                {duration(Date.parse(episode.closed ?? episode.updated) - Date.parse(episode.onset))}
                {episode.closed === null && <strong> so far</strong>}
              </td>
              <td className={styles.right}>{episode.peakScore.toFixed(2)}</td>
              <td>
                {episode.contributions
                  .slice(0, 2)
                  .map(({ channel }) => label(channel))
                  .join(', ')}
                {episode.suspect === 'sensor' && <span className={styles.by}> (the sensor is suspect)</span>}
              </td>
              <td className={styles.by}>{episode.model ? `${episode.model.name} v${episode.model.version}` : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
