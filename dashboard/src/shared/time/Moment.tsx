'use client';

import { ago, localTime, utc } from './time';
import { useNow } from './useNow';

interface Props {
  at: string;
  /** `time` shows the local clock, `ago` the time since. */
  as?: 'time' | 'ago';
  /** The plant's own clock minus this browser's, for a replay or a tablet whose clock is wrong. */
  offset?: number;
}

/** A moment in the reader's own zone, with UTC in the tooltip. */
export function Moment({ at, as = 'time', offset = 0 }: Props) {
  const now = useNow() + offset;
  const moment = Date.parse(at);
  const local = localTime(moment, now);
  return (
    <time dateTime={at} title={as === 'ago' ? `${local} local, ${utc(moment)}` : utc(moment)}>
      {as === 'ago' ? ago(moment, now) : local}
    </time>
  );
}
