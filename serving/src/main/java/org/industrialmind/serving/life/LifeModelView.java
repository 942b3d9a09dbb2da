package org.industrialmind.serving.life;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;

/**
 * A kept model, and what it wants to be told of a unit.
 *
 * @param fleet what its machines are called
 * @param lifeUnit what ages and lives are counted in, one of it
 * @param settings readings that say how a unit was run
 * @param sensors readings that answer
 * @param horizon the time within which a failure is looked for unless another is asked about
 * @param members of the ensemble, with how much each counts
 * @param learnedFrom what it was trained on, in words
 */
public record LifeModelView(
        String name,
        String fleet,
        String lifeUnit,
        List<String> settings,
        List<String> sensors,
        double horizon,
        List<Member> members,
        String learnedFrom,
        Instant trained) {
    /** A method of the ensemble; the weights sum to 1. */
    public record Member(String kind, double weight) {}

    static LifeModelView of(String name, CrossFittedModel model) {
        FleetSchema schema = model.schema();
        return new LifeModelView(
                name,
                schema.fleet(),
                schema.lifeUnit(),
                schema.settings(),
                schema.sensors(),
                model.question().horizon(),
                IntStream.range(0, model.members().size())
                        .mapToObj(m -> new Member(
                                model.members().get(m), model.weights().get(m)))
                        .toList(),
                model.provenance().data(),
                model.provenance().created());
    }
}
