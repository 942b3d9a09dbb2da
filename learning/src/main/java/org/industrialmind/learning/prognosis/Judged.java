package org.industrialmind.learning.prognosis;

import java.util.ArrayList;
import java.util.List;

/**
 * A forecast beside what came: the model had not learned from this unit.
 *
 * @param unit its name, which no other unit of its fleet has
 * @param age of the unit at the forecast
 * @param life how long it really lived on
 */
public record Judged(String unit, double age, double life, LifeForecast forecast) {
    public Judged(Cut cut, LifeForecast forecast) {
        this(cut.run().unit(), cut.age(), cut.life(), forecast);
    }

    /** Returns the age at which the unit failed. */
    public double endOfLife() {
        return age + life;
    }

    /** Asks a model at the given moments; those of one run must follow each other, as {@link Cut#every} gives them. */
    public static List<Judged> by(RemainingLifeModel model, List<Cut> cuts) {
        List<Judged> judged = new ArrayList<>(cuts.size());
        for (List<Cut> ofRun : Cut.byRun(cuts)) {
            int[] lengths = ofRun.stream().mapToInt(Cut::length).toArray();
            List<LifeForecast> forecasts = model.along(ofRun.getFirst().run(), lengths);
            for (int i = 0; i < forecasts.size(); i++) {
                judged.add(new Judged(ofRun.get(i), forecasts.get(i)));
            }
        }
        return judged;
    }
}
