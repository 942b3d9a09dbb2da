package org.industrialmind.learning.tabular.ensemble;

import org.industrialmind.foundations.linear.LeastSquares;
import org.industrialmind.foundations.linear.Ridge;
import org.industrialmind.foundations.supervised.RegressorContract;
import org.industrialmind.foundations.supervised.RegressorTrainer;

class RegressorStackingTrainerTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return RegressorStackingTrainer.of(Ridge.defaults(), LeastSquares.defaults(), Ridge.defaults());
    }
}
