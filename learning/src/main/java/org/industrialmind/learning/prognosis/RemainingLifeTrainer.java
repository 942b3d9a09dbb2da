package org.industrialmind.learning.prognosis;

import org.industrialmind.learning.Trainer;

/** Learns from the runs of a fleet how long its units last. */
public interface RemainingLifeTrainer extends Trainer<Fleet, RemainingLifeModel> {
    /** Returns the name of the method, as a table of results shows it. */
    String name();

    /** Returns the question its models answer. */
    LifeQuestion question();
}
