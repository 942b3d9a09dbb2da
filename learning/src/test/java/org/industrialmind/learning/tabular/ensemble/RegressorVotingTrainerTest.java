package org.industrialmind.learning.tabular.ensemble;

import org.industrialmind.foundations.linear.LeastSquares;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;

class RegressorVotingTrainerTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return RegressorVotingTrainer.of(LeastSquares.defaults(), Ridge.defaults());
    }
}
