'use client';

import { useState } from 'react';
import { api } from '@/shared/api/client';
import { atLeast, useSession } from '@/shared/api/session';
import { useResource } from '@/shared/api/useResource';
import { Moment } from '@/shared/time/Moment';
import { Empty, Failure, Waiting } from '@/shared/ui/Notice';
import { Panel } from '@/shared/ui/Panel';
import { BacktestForm } from './BacktestForm';
import { changeWords } from './backtest';
import { Outcome } from './Outcome';
import styles from './backtest.module.css';

const POLL_MS = 1_500; // while one is running

/** Tries a changed rule or version on what is stored, before anybody hears its alarms. */
export function BacktestPage() {
  const { role } = useSession();
  const models = useResource('models', api.models);
  const list = useResource('backtests', api.backtests, POLL_MS * 4);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? list.data?.[0]?.id ?? null;
  const one = useResource(shown === null ? null : `backtest ${shown}`, (signal) => api.backtest(shown!, signal), POLL_MS);
  const test = one.data;

  return (
    <>
      <h1>Backtest</h1>
      <p className={styles.intro}>
        Replays stored readings through a changed rule or another version, beside the champion as it alarms today.
        Nothing is armed here.
      </p>
      <div className={styles.panels}>
        {atLeast(role, 'engineer') ? (
          <BacktestForm
            models={models.data ?? []}
            onSubmitted={(submitted) => {
              setChosen(submitted.id);
              list.reload();
            }}
          />
        ) : (
          <p className={styles.intro}>An engineer can start one; you can read what they found.</p>
        )}
        {list.error && <Failure error={list.error} />}
        {!list.data && !list.error && <Waiting what="the backtests" />}
        {list.data?.length === 0 && (
          <Empty title="Nothing has been tried yet">
            <p>Change a number above and see which alarms would come and go.</p>
          </Empty>
        )}
        {one.error && <Failure error={one.error} />}
        {test && (
          <Panel title={`${test.asked.model}: ${changeWords(test)}`} aside={<State state={test.state} />} testId="backtest">
            {test.state === 'failed' && <p role="alert">{test.failure}</p>}
            {(test.state === 'queued' || test.state === 'running') && <Waiting what="the result; the replay is under way" />}
            {test.result && <Outcome result={test.result} from={test.asked.from} to={test.asked.to} />}
          </Panel>
        )}
        {list.data && list.data.length > 1 && (
          <Panel title="Earlier backtests" flush>
            <ul className={styles.earlier}>
              {list.data.map((each) => (
                <li key={each.id}>
                  <button type="button" aria-current={each.id === shown} onClick={() => setChosen(each.id)}>
                    <span>{each.asked.model}</span>
                    <span>{changeWords(each)}</span>
                    <span>
                      {each.by}, <Moment at={each.submitted} as="ago" />
                    </span>
                    <State state={each.state} />
                  </button>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  );
}

const STATE_WORD = { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed' } as const;

function State({ state }: { state: keyof typeof STATE_WORD }) {
  return <span data-testid="backtest-state">{STATE_WORD[state]}</span>;
}
