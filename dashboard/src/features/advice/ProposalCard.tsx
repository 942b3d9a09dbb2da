'use client';

import { useState } from 'react';
import type { Proposal, Urgency } from '@/shared/api/contract';
import { useSession } from '@/shared/api/session';
import { Moment } from '@/shared/time/Moment';
import { Button } from '@/shared/ui/Button';
import { mayDecide, span, sum } from './advice';
import { DecisionDialog } from './DecisionDialog';
import styles from './advice.module.css';

const URGENCY_WORD: Record<Urgency, string> = { now: 'decide now', soon: 'decide soon', planned: 'can be planned' };

/** The work that the platform proposes, for a person to accept or decline; nothing is sent anywhere. */
export function ProposalCard({ proposal, onDecided }: { proposal: Proposal; onDecided: () => void }) {
  const { role } = useSession();
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  return (
    <section
      className={styles.proposal}
      aria-label="Work order proposal"
      data-testid="proposal"
      data-state={proposal.state}
    >
      <h3>
        Work order proposal <span className={styles.urgency}>{stateWords(proposal)}</span>
      </h3>
      <p className={styles.task}>
        <strong>{proposal.failureMode}.</strong> {proposal.task}
      </p>
      <dl className={styles.facts}>
        <div className={styles.wide}>
          <dt>Do it between</dt>
          <dd>
            <Moment at={proposal.workFrom} /> and <Moment at={proposal.workBy} />
          </dd>
        </div>
        <div>
          <dt>Takes</dt>
          <dd>{span(proposal.downtimeHours)}</dd>
        </div>
        <div>
          <dt>Costs</dt>
          <dd>
            {sum(proposal.cost)} <span className={styles.quiet}>instead of {sum(proposal.failureCost)}</span>
          </dd>
        </div>
      </dl>
      {proposal.decided && (
        <p className={styles.note} data-testid="decided">
          {proposal.state === 'withdrawn' ? 'Withdrawn' : `${stateWords(proposal)} by ${proposal.decidedBy}`},{' '}
          <Moment at={proposal.decided} />
          {proposal.remark && <>: {proposal.remark}</>}
        </p>
      )}
      {mayDecide(proposal, role) && (
        <div className={styles.buttons}>
          <Button kind="primary" onClick={() => setAsking('accept')} data-testid="proposal-accept">
            Accept…
          </Button>
          <Button onClick={() => setAsking('decline')} data-testid="proposal-decline">
            Decline…
          </Button>
        </div>
      )}
      {asking && (
        <DecisionDialog
          proposal={proposal}
          decision={asking}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            onDecided();
          }}
        />
      )}
    </section>
  );
}

function stateWords({ state, urgency }: Proposal): string {
  return state === 'proposed' ? URGENCY_WORD[urgency] : state;
}
