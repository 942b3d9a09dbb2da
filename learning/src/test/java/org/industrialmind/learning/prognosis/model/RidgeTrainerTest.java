package org.industrialmind.learning.prognosis.model;

import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeContract;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;

class RidgeTrainerTest extends RemainingLifeContract {
    @Override
    protected RemainingLifeTrainer trainer(LifeQuestion question) {
        return RidgeTrainer.of(question);
    }
}
