package org.industrialmind.learning.prognosis.model;

import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeContract;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;

class TreesTrainerTest extends RemainingLifeContract {
    @Override
    protected RemainingLifeTrainer trainer(LifeQuestion question) {
        return TreesTrainer.of(question).withRounds(60);
    }
}
