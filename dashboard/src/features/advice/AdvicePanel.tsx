'use client';

import type { Advice, Asset } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { Failure } from '@/shared/ui/Notice';
import { Panel } from '@/shared/ui/Panel';
import { interval, lifeWords, percent, whyNoEnd } from './advice';
import { LifePicture } from './LifePicture';
import { ProposalCard } from './ProposalCard';
import { useAdvice } from './useAdvice';
import styles from './advice.module.css';

/** How long the machine will last, by when to act, why, and the work that is proposed. */
export function AdvicePanel({ asset }: { asset: Asset }) {
  const { data: advice, error, reload } = useAdvice(asset);
  if (advice === undefined) {
    const unjudged = error === undefined || error.status === 404; // nothing has been judged yet: the header says so
    return unjudged ? null : <Failure error={error} />;
  }
  return (
    <Panel title="Remaining life" aside={`${advice.life.model.name} v${advice.life.model.version}`} testId="advice">
      {error && <Failure error={error} />}
      <Life advice={advice} />
      <Why reasons={advice.reasons} />
      {advice.proposal && <ProposalCard proposal={advice.proposal} onDecided={reload} />}
    </Panel>
  );
}

function Life({ advice }: { advice: Advice }) {
  const { life, verdict, actBy } = advice;
  const endInSight = interval(life.quantiles) !== null;
  return (
    <>
      <p className={styles.life} data-testid="remaining-life">
        {lifeWords(life)}
        {endInSight && <span className={styles.sure}> with 90 % probability</span>}
      </p>
      {!endInSight && <p className={styles.note}>{whyNoEnd(life.outlook)}</p>}
      <LifePicture advice={advice} />
      <dl className={styles.facts}>
        <div data-verdict={verdict}>
          <dt>Act by</dt>
          <dd data-testid="act-by">
            {verdict === 'act-now' ? 'Now' : actBy ? <Moment at={actBy} /> : 'no date'}
          </dd>
        </div>
        <div>
          <dt>Failure mode</dt>
          <dd>{life.failureModeName ?? (life.episode ? 'not clear yet' : 'none')}</dd>
        </div>
        <div>
          <dt>Health</dt>
          <dd data-testid="health">{percent(life.healthIndex)}</dd>
        </div>
        <div>
          <dt>Fails before next review</dt>
          <dd>{percent(advice.policy.failsBeforeReview)}</dd>
        </div>
      </dl>
    </>
  );
}

function Why({ reasons }: { reasons: string[] }) {
  return (
    <div className={styles.why}>
      <h3>Why</h3>
      <ul data-testid="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
