package org.industrialmind.learning.prognosis.model;

import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeContract;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;

class ConstantTrainerTest extends RemainingLifeContract {
    @Override
    protected RemainingLifeTrainer trainer(LifeQuestion question) {
        return new ConstantTrainer(question);
    }

    @Override
    protected boolean looksAtTheUnit() {
        return false;
    }
}
