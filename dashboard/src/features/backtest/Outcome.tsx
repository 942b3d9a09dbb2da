import type { BacktestResult } from '@/shared/api/contract';
import { localTime, utc } from '@/shared/time/time';
import { channelLabel } from '@/shared/ui/words';
import { lanes, rows, verdict, type Bar } from './backtest';
import styles from './backtest.module.css';

interface Props {
  result: BacktestResult;
  from: string;
  to: string;
}

/** Both arms side by side, and on a time line which alarms would come, stay and go. */
export function Outcome({ result, from, to }: Props) {
  return (
    <>
      <p className={styles.verdict} data-testid="backtest-verdict">
        {verdict(result)}
      </p>
      <table className={styles.compare}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visuallyHidden">What</span>
            </th>
            <th scope="col">Today (version {result.now.version})</th>
            <th scope="col">Candidate (version {result.candidate.version})</th>
          </tr>
        </thead>
        <tbody>
          {rows(result).map(({ what, now, candidate }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{now}</td>
              <td>{candidate}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.lanes}>
        <p className={styles.legend}>
          {result.events.length > 0 && (
            <>
              <span data-change="event" /> known event
            </>
          )}
          <span data-change="kept" /> stays <span data-change="removed" /> would be gone <span data-change="added" /> would be
          new; above today, below the candidate
        </p>
        {lanes(result, from, to).map((lane) => (
          <div key={lane.asset} className={styles.lane}>
            <span>{lane.asset}</span>
            <div className={styles.track}>
              <ul className={styles.events} aria-label={`${lane.asset} known events`}>
                {lane.events.map(({ left, width, what }) => (
                  <li key={left} style={{ left: `${left}%`, width: `${width}%` }} title={what}>
                    <span className="visuallyHidden">{what}</span>
                  </li>
                ))}
              </ul>
              <Bars label={`${lane.asset} today`} bars={lane.now} />
              <Bars label={`${lane.asset} candidate`} bars={lane.candidate} />
            </div>
          </div>
        ))}
        <p className={styles.ends}>
          <span>{utc(Date.parse(from))}</span>
          <span>{utc(Date.parse(to))}</span>
        </p>
      </div>
      {result.candidate.missed.length > 0 && (
        <p>
          Not told by the candidate:{' '}
          {result.candidate.missed.map(({ asset, what }) => (what === '' ? asset : `${asset} (${what})`)).join(', ')}.
        </p>
      )}
    </>
  );
}

const CHANGE_WORD = { kept: 'stays', removed: 'would be gone', added: 'would be new' } as const;

function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ left, width, episode }) => {
        const raised = Date.parse(episode.raised);
        const words = `raised ${localTime(raised, 0)}, peak ${episode.peak.toFixed(1)}${
          episode.channel === '' ? '' : `, ${channelLabel(episode.channel)}`
        }, ${CHANGE_WORD[episode.change]}`;
        return (
          <li
            key={episode.onset}
            data-change={episode.change}
            style={{ left: `${left}%`, width: `${width}%` }}
            title={words}
          >
            <span className="visuallyHidden">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
