package org.industrialmind.learning.prognosis.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;

/** A model that looks at the age of a unit and at nothing else. */
final class AgeModel implements RemainingLifeModel {
    private final FleetSchema schema;
    private final LifeQuestion question;
    private final DoubleFunction<LifeForecast> atAge;
    private final Provenance provenance;

    AgeModel(FleetSchema schema, LifeQuestion question, DoubleFunction<LifeForecast> atAge, Provenance provenance) {
        this.schema = schema;
        this.question = question;
        this.atAge = atAge;
        this.provenance = provenance;
    }

    @Override
    public FleetSchema schema() {
        return schema;
    }

    @Override
    public LifeQuestion question() {
        return question;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public List<LifeForecast> along(RunToFailure run, int[] lengths) {
        if (!run.schema().equals(schema)) {
            throw new IllegalArgumentException(
                    "unit " + run.unit() + " has the schema " + run.schema() + ": expected " + schema);
        }
        return Arrays.stream(lengths)
                .mapToObj(length -> atAge.apply(run.age(length - 1)))
                .toList();
    }
}
