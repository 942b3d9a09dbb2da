package org.industrialmind.learning.tabular.ensemble;

import org.industrialmind.foundations.linear.LeastSquares;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;

class RegressorBaggingTrainerTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return new RegressorBaggingTrainer(LeastSquares.defaults(), 5, true);
    }
}
