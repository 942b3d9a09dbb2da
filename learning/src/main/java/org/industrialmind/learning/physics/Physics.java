package org.industrialmind.learning.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Takes out of a window what the laws of physics explain, so that what is left is what they do not.
 *
 * <p>A pump that delivers more turns faster; that is no news. News is a pump that turns faster than the affinity laws ask
 * for at that head and flow. Every channel with an equation ({@link Laws}) is replaced by its own reading less the expected
 * one, plus the usual one of its machine: it keeps its name, its unit and about its level, so whatever judges it later
 * still speaks of the speed of the pump in revolutions per minute. The correction is one constant a window, worked out from
 * means, so that the noise of one instrument does not enter another.
 *
 * <p>The equations hold across all ways of running; the constants - shut-off head, efficiency, heat transfer - are those of
 * each machine, found by least squares over its normal windows and drawn a little towards those of its class.
 *
 * <p>Where an instrument that an equation needs was not read, the explained channel is marked as not read either: without
 * its cause nothing can be said of the effect. A machine of an unknown class is left as it is.
 */
public final class Physics {
    private static final double PRIOR = 1; // as many windows the class counts for: a machine's own curve is its own
    private static final double RIDGE = 1e-6; // of the sum of squares of a scaled term

    private final FrameSchema schema;
    private final List<Equation> equations;
    private final Map<AssetId, List<Constants>> machines;

    /**
     * The constants of one equation for one machine.
     *
     * @param coefficients of the terms
     * @param usual the mean of what the equation gave in training
     */
    record Constants(List<Double> coefficients, double usual) {
        double expected(double given, double[] terms) {
            double sum = given;
            for (int i = 0; i < terms.length; i++) {
                sum += coefficients.get(i) * terms[i];
            }
            return sum;
        }
    }

    Physics(FrameSchema schema, Map<AssetId, List<Constants>> machines) {
        this.schema = schema;
        this.equations = machines.isEmpty() ? List.of() : Laws.of(schema); // a law holds for machines that taught it
        this.machines = new TreeMap<>(machines);
    }

    /** Learns the constants of every machine from its normal windows. */
    public static Physics fit(WindowSet set) {
        List<Equation> equations = Laws.of(set.schema());
        Map<AssetId, List<double[]>> means = new TreeMap<>();
        set.byAsset()
                .forEach((asset, windows) ->
                        means.put(asset, windows.stream().map(Physics::means).toList()));
        Map<AssetId, List<Constants>> machines = new TreeMap<>();
        means.keySet().forEach(asset -> machines.put(asset, new ArrayList<>()));
        for (Equation equation : equations) {
            fit(equation, set.schema(), means)
                    .forEach((asset, constants) ->
                            machines.getOrDefault(asset, List.of()).add(constants));
        }
        return new Physics(set.schema(), machines);
    }

    /** Returns what takes nothing out of a window: no law has been held against any machine. */
    public static Physics none(FrameSchema schema) {
        return new Physics(schema, Map.of());
    }

    private static Map<AssetId, Constants> fit(
            Equation equation, FrameSchema schema, Map<AssetId, List<double[]>> means) {
        int target = schema.indexOf(equation.channel()).orElseThrow();
        int size = equation.terms().size();
        Map<AssetId, LeastSquares> machines = new TreeMap<>();
        LeastSquares all = new LeastSquares(size);
        means.forEach((asset, rows) -> {
            LeastSquares own = new LeastSquares(size);
            for (double[] row : rows) {
                ToDoubleFunction<String> reading = reader(schema, row);
                own.add(equation.terms(reading), row[target] - equation.given(reading), equation.given(reading));
            }
            machines.put(asset, own);
            all.add(own);
        });
        double[] ofClass = all.solve(RIDGE, new double[size]);
        Map<AssetId, Constants> fitted = new TreeMap<>();
        machines.forEach((asset, own) -> {
            double[] coefficients = own.solve(PRIOR / Math.max(1, own.rows()), ofClass);
            double usual = own.mean(coefficients);
            fitted.put(asset, new Constants(Arrays.stream(coefficients).boxed().toList(), usual));
        });
        return fitted;
    }

    private static ToDoubleFunction<String> reader(FrameSchema schema, double[] means) {
        return channel -> means[schema.indexOf(channel).orElseThrow()];
    }

    private static double[] means(Window window) {
        double[] sums = new double[window.width()];
        int[] counts = new int[window.width()];
        for (int row = 0; row < window.length(); row++) {
            for (int c = 0; c < sums.length; c++) {
                float value = window.get(row, c);
                if (Float.isFinite(value)) {
                    sums[c] += value;
                    counts[c]++;
                }
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] = counts[c] == 0 ? Double.NaN : sums[c] / counts[c];
        }
        return sums;
    }

    /** Returns the window with what the equations explain taken out. */
    public Window unexplained(Window window) {
        List<Constants> own = machines.getOrDefault(window.asset(), List.of());
        if (own.isEmpty() || window.schema().id() != schema.id()) {
            return window;
        }
        ToDoubleFunction<String> reading = reader(schema, means(window));
        int width = window.width();
        float[] values = window.values();
        for (int e = 0; e < equations.size(); e++) {
            Equation equation = equations.get(e);
            Constants constants = own.get(e);
            double excess = constants.expected(equation.given(reading), equation.terms(reading))
                    - constants.usual(); // NaN if an input is
            for (int at = schema.indexOf(equation.channel()).orElseThrow(); at < values.length; at += width) {
                values[at] -= (float) excess;
            }
        }
        return window.with(values);
    }

    /** Returns whether the channel is explained by a law that no fault of a machine can break. */
    public boolean hard(String channel) {
        return equations.stream()
                .anyMatch(equation -> equation.hard() && equation.channel().equals(channel));
    }

    /** Returns whether other channels are explained by that one. */
    public boolean explains(String channel) {
        return equations.stream().flatMap(Equation::inputs).anyMatch(channel::equals);
    }

    /** Returns whether a controller of the machine moves the channel to hold another one. */
    public boolean manipulated(String channel) {
        return Laws.manipulated(schema.equipmentClass()).contains(channel);
    }

    FrameSchema schema() {
        return schema;
    }

    Map<AssetId, List<Constants>> machines() {
        return machines;
    }

    /** Normal equations of one least squares problem, its columns scaled by their root mean square. */
    private static final class LeastSquares {
        private final int size;
        private final double[] squares;
        private final double[] products;
        private final double[] sums;
        private double rows;
        private double given;

        LeastSquares(int size) {
            this.size = size;
            this.squares = new double[size * size];
            this.products = new double[size];
            this.sums = new double[size];
        }

        void add(double[] terms, double target, double base) {
            double total = target;
            for (double term : terms) {
                total += term;
            }
            if (!Double.isFinite(total)) {
                return;
            }
            rows++;
            given += base;
            for (int i = 0; i < size; i++) {
                sums[i] += terms[i];
                products[i] += terms[i] * target;
                for (int k = 0; k < size; k++) {
                    squares[i * size + k] += terms[i] * terms[k];
                }
            }
        }

        void add(LeastSquares other) {
            rows += other.rows;
            given += other.given;
            for (int i = 0; i < size; i++) {
                sums[i] += other.sums[i];
                products[i] += other.products[i];
            }
            for (int i = 0; i < squares.length; i++) {
                squares[i] += other.squares[i];
            }
        }

        double rows() {
            return rows;
        }

        double mean(double[] coefficients) {
            double sum = given;
            for (int i = 0; i < size; i++) {
                sum += coefficients[i] * sums[i];
            }
            return rows > 0 ? sum / rows : 0;
        }

        /** Solves with a pull towards given coefficients, as strong as a share of the squares of each column. */
        double[] solve(double pull, double[] towards) {
            double[] scale = new double[size];
            for (int i = 0; i < size; i++) {
                scale[i] = Math.sqrt(Math.max(squares[i * size + i], Double.MIN_NORMAL));
            }
            double strength = Math.max(pull, 1e-9);
            double[] left = new double[size * size];
            double[] right = new double[size];
            for (int i = 0; i < size; i++) {
                double known = 0; // of the right side, what the coefficients drawn towards already explain
                for (int k = 0; k < size; k++) {
                    left[i * size + k] = squares[i * size + k] / (scale[i] * scale[k]);
                    known += squares[i * size + k] * towards[k];
                }
                left[i * size + i] += strength;
                right[i] = (products[i] - known) / scale[i];
            }
            double[] away =
                    CholeskyDecomposition.of(Matrix.of(size, size, left)).solve(right);
            double[] solved = new double[size];
            for (int i = 0; i < size; i++) {
                solved[i] = towards[i] + away[i] / scale[i];
            }
            return solved;
        }
    }
}
