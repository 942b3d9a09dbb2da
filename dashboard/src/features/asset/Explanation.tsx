'use client';

import { useState } from 'react';
import { api, ApiError } from '@/shared/api/client';
import type { Channel, Contribution, Explanation as Answer } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { Button } from '@/shared/ui/Button';
import { Failure } from '@/shared/ui/Notice';
import { channelLabel, deviationWords } from '@/shared/ui/words';
import { Arrow } from './Contributions';
import styles from './asset.module.css';

interface Props {
  asset: string;
  /** End of the newest abnormal window. */
  newest: string;
  channels: Channel[];
}

const SHOWN = 6;
const LEAST_SHARE = 0.01;

/** Asks the model itself why it calls a window abnormal. That takes it some seconds, so somebody has to want it. */
export function Explanation({ asset, newest, channels }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const busy = asked !== null && answer === undefined && error === undefined;

  const ask = async () => {
    setAsked(newest);
    setAnswer(undefined);
    setError(undefined);
    try {
      setAnswer(await api.explanation(asset, newest));
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : ApiError.unreachable());
    }
  };

  return (
    <div className={styles.explanation} data-testid="explanation">
      <Button onClick={() => void ask()} disabled={busy} data-testid="explain">
        {busy ? 'Asking the model…' : asked === null ? 'Explain the last abnormal window' : 'Explain again'}
      </Button>
      <div aria-live="polite">
        {error && <Failure error={error} />}
        {asked !== null && answer && <Answered answer={answer} at={asked} channels={channels} />}
      </div>
    </div>
  );
}

function Answered({ answer, at, channels }: { answer: Answer; at: string; channels: Channel[] }) {
  const { correction, shares, reference, model, score } = answer;
  if (correction.length === 0 && shares.length === 0) {
    return <p>The model that is at work now calls this window normal.</p>;
  }
  return (
    <>
      <h3>It would be normal if this were not so</h3>
      {correction.length > 0 ? (
        <Channels of={correction} channels={channels} words={({ deviation }) => deviationWords(deviation)} arrows />
      ) : (
        <p>No lasting shift of any channel would make it normal. Look for one that has become restless or stuck.</p>
      )}
      <h3>What each channel adds to the score</h3>
      <Channels
        of={shares.filter(({ share }) => share >= LEAST_SHARE)}
        channels={channels}
        words={({ share }) => `${Math.round(share * 100)} %`}
      />
      <p className={styles.explainedOf}>
        Window up to <Moment at={at} />, score {score.toFixed(1)}; held against {reference} normal windows of this machine
        by {model.name} v{model.version}. Least correction and Shapley shares.
      </p>
    </>
  );
}

interface ChannelsProps {
  of: Contribution[];
  channels: Channel[];
  words: (contribution: Contribution) => string;
  arrows?: boolean;
}

function Channels({ of, channels, words, arrows = false }: ChannelsProps) {
  return (
    <ol className={styles.explained}>
      {of.slice(0, SHOWN).map((each) => (
        <li key={each.channel} data-channel={each.channel}>
          <span>{channelLabel(each.channel, channels.find(({ name }) => name === each.channel)?.description)}</span>
          <span className={styles.explainedWords}>
            {arrows && <Arrow deviation={each.deviation} />}
            {words(each)}
          </span>
        </li>
      ))}
    </ol>
  );
}
