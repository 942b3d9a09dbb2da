package org.industrialmind.learning.prognosis.ensemble;

import java.util.List;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.calibration.ConformalLife;

/** A cross-fitted model under a calibration for the questions of the day; what is kept is the model behind. */
record AdaptedModel(CrossFittedModel behind, ConformalLife calibration) implements RemainingLifeModel {
    @Override
    public String kind() {
        return behind.kind() + ", adapted";
    }

    @Override
    public FleetSchema schema() {
        return behind.schema();
    }

    @Override
    public LifeQuestion question() {
        return behind.question();
    }

    @Override
    public Provenance provenance() {
        return behind.provenance();
    }

    @Override
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        return behind.along(run, lengths, calibration);
    }

    @Override
    public List<ModeForecast> modesAlong(RunToFailure run, int[] lengths) {
        return behind.modesAlong(run, lengths);
    }

    @Override
    public Outlook outlook(RunToFailure run, double time) {
        return behind.outlook(run, time, calibration);
    }
}
