package org.industrialmind.learning.prognosis.format;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * What a model says of a run that no unit had, kept beside it: a folder is believed when the model that was read from it says
 * it again, lives and modes.
 */
public final class SmokeAnswers {
    /** Of a number: processors may round the last digits of double precision otherwise. */
    public static final double DOUBLE = 1e-9;

    /** Of a number: networks count in single precision, and their answers are multiplied by a horizon. */
    public static final double SINGLE = 1e-3;

    private static final String LIVES = ".lives"; // [moment, number]
    private static final String MODES = ".modes"; // [moment, mode by name]; no moment where none is told
    private static final int ROWS = 40;
    private static final int[] LENGTHS = {1, ROWS / 2, ROWS};

    private SmokeAnswers() {}

    /** Asks the model, and keeps what it says under a name. */
    public static void keep(RemainingLifeModel model, String name, Map<String, Tensor> into) {
        RunToFailure run = run(model);
        into.put(name + LIVES, ForecastRows.of(model.along(run, LENGTHS), model.question()));
        double[][] chances = chances(model, run);
        int modes = chances.length == 0 ? 0 : chances[0].length;
        double[] flat = new double[chances.length * modes];
        for (int i = 0; i < chances.length; i++) {
            System.arraycopy(chances[i], 0, flat, i * modes, modes);
        }
        into.put(name + MODES, Tensor.of(flat, chances.length, modes));
    }

    /**
     * Asks the model again.
     *
     * @param rounding by which a number may differ, of its size and 1
     * @throws IllegalArgumentException if it says something else than what is kept under the name
     */
    public static void requireSame(RemainingLifeModel model, String name, NamedTensors tensors, double rounding) {
        RunToFailure run = run(model);
        ForecastRows.requireSame(model.along(run, LENGTHS), tensors, name + LIVES, model.question(), rounding);
        double[][] chances = chances(model, run);
        double[] then = tensors.doubles(name + MODES, NamedTensors.ANY, NamedTensors.ANY);
        int modes = chances.length == 0 ? 0 : chances[0].length;
        boolean same = then.length == chances.length * modes;
        for (int i = 0; same && i < then.length; i++) {
            same = Math.abs(chances[i / modes][i % modes] - then[i]) <= rounding;
        }
        if (!same) {
            throw new IllegalArgumentException("the model does not give the modes of failure the chances that it gave"
                    + " when it was saved: save it again");
        }
    }

    private static RunToFailure run(RemainingLifeModel model) {
        return model.madeUpRun(ROWS)
                .orElseGet(() -> RunToFailure.madeUp(
                        model.schema(), new double[ROWS][model.schema().channels()]));
    }

    private static double[][] chances(RemainingLifeModel model, RunToFailure run) {
        List<ModeForecast> said = model.modesAlong(run, LENGTHS);
        TreeSet<String> modes = new TreeSet<>();
        said.forEach(forecast -> modes.addAll(forecast.chances().keySet()));
        return said.stream()
                .map(forecast -> modes.stream().mapToDouble(forecast::of).toArray())
                .toArray(double[][]::new);
    }
}
