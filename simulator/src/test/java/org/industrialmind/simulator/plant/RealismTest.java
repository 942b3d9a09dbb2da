package org.industrialmind.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether the plant is hard enough to be worth detecting on: an incipient fault must not fall to a one-liner, a random
 * score must find next to nothing, and two runs of the same plant must not be told apart.
 *
 * @see "Wu and Keogh 2021, Current Time Series Anomaly Detection Benchmarks are Flawed, IEEE TKDE"
 */
class RealismTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration HISTORY = Duration.ofHours(8);
    private static final Duration LIVE = Duration.ofHours(24);
    private static final int MINUTE = 60;
    private static final int GAP = 10; // minutes of silence that end an alarm
    private static final int REPEAT = 30; // minutes after which a false alarm that lasts counts as another
    private static final double[] LIMITS = {
        0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1, 1.05, 1.1, 1.2, 1.3, 1.5, 2, 3, 5, 10
    };

    /** One machine's channels, minute by minute: [minute][channel][second]. */
    private record Recording(AssetId asset, List<double[][]> minutes) {}

    private record Run(Scenario scenario, List<Recording> recordings, List<FaultLabel> labels) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void one_liners_miss_incipient_faults_or_cry_wolf(long seed) {
        Run run = record(incipient(seed), HISTORY.plus(LIVE));

        double variance = bestF1(run, RealismTest::movingVariance);
        double difference = bestF1(run, RealismTest::largestStep);
        SplittableRandom random = new Seed(seed).child("score").generator();
        double chance = bestF1(run, minute -> new double[] {random.nextDouble()});

        assertThat(variance).as("moving variance").isLessThan(0.5);
        assertThat(difference).as("largest step").isLessThan(0.5);
        assertThat(chance).as("random score, with its best limit of many").isLessThan(0.25);
    }

    /** The plant of the smoke scenario for a day, with one fault of an hour on each machine. */
    private static Scenario incipient(long seed) {
        Scenario smoke = Scenario.smoke(seed, START, HISTORY);
        SplittableRandom random = new Seed(seed).child("incipient").generator();
        List<PlannedFault> faults = new ArrayList<>();
        for (Asset asset : smoke.assets()) {
            List<FailureMode> modes = FailureMode.of(asset.equipmentClass());
            FailureMode mode = modes.get(random.nextInt(modes.size()));
            Instant onset = smoke.liveStart().plus(Duration.ofMinutes(random.nextInt(1300)));
            faults.add(PlannedFault.toFailure(asset.id(), mode, onset, Duration.ofHours(1))
                    .upTo(0.35)
                    .repairedAt(onset.plus(Duration.ofMinutes(75))));
        }
        return smoke.undisturbed().withFaults(faults);
    }

    private static Run record(Scenario scenario, Duration length) {
        Plant plant = new Plant(scenario);
        List<Recording> recordings = scenario.assets().stream()
                .map(asset -> new Recording(asset.id(), new ArrayList<>()))
                .toList();
        for (int second = 0; second < length.toSeconds(); second++) {
            List<Frame> frames = plant.step();
            for (int i = 0; i < frames.size(); i++) {
                Frame frame = frames.get(i);
                List<double[][]> minutes = recordings.get(i).minutes();
                if (second % MINUTE == 0) {
                    minutes.add(new double[frame.schema().width()][MINUTE]);
                }
                for (int channel = 0; channel < frame.schema().width(); channel++) {
                    minutes.getLast()[channel][second % MINUTE] = frame.value(0, channel);
                }
            }
        }
        return new Run(scenario, recordings, plant.labels());
    }

    private static double[] movingVariance(double[][] minute) {
        return Arrays.stream(minute).mapToDouble(RealismTest::variance).toArray();
    }

    private static double variance(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }

    private static double[] largestStep(double[][] minute) {
        return Arrays.stream(minute)
                .mapToDouble(x -> {
                    double largest = 0;
                    for (int i = 1; i < x.length; i++) {
                        largest = Math.max(largest, Math.abs(x[i] - x[i - 1]));
                    }
                    return largest;
                })
                .toArray();
    }

    /** Best F1 over faults found and alarms raised that any limit gives: more than a one-liner could know by itself. */
    private static double bestF1(Run run, Function<double[][], double[]> score) {
        List<double[]> alarms = run.recordings().stream()
                .map(recording ->
                        relative(recording.minutes().stream().map(score).toList()))
                .toList();
        return Arrays.stream(LIMITS)
                .map(limit -> episodeF1(run, alarms, limit))
                .max()
                .orElseThrow();
    }

    private static double episodeF1(Run run, List<double[]> scores, double limit) {
        int found = 0;
        int present = 0;
        int wrong = 0;
        for (int i = 0; i < scores.size(); i++) {
            AssetId asset = run.recordings().get(i).asset();
            List<FaultLabel> faults = run.labels().stream()
                    .filter(label ->
                            label.asset().equals(asset) && label.detectable().isPresent())
                    .toList();
            boolean[] hit = new boolean[faults.size()];
            present += faults.size();
            int last = -GAP;
            int counted = -REPEAT;
            for (int minute = (int) HISTORY.toMinutes(); minute < scores.get(i).length; minute++) {
                if (scores.get(i)[minute] <= limit) {
                    continue;
                }
                int owner = owner(faults, START.plusSeconds((long) minute * MINUTE));
                if (owner >= 0) {
                    hit[owner] = true;
                } else if (minute - last > GAP || minute - counted >= REPEAT) {
                    wrong++;
                    counted = minute;
                }
                last = minute;
            }
            for (boolean one : hit) {
                found += one ? 1 : 0;
            }
        }
        return 2.0 * found / (found + wrong + present);
    }

    /** Returns for each minute the score of the worst channel, relative to the largest that it had in the history. */
    private static double[] relative(List<double[]> scores) {
        double[] largest = new double[scores.getFirst().length];
        for (double[] minute : scores.subList(0, (int) HISTORY.toMinutes())) {
            for (int channel = 0; channel < largest.length; channel++) {
                largest[channel] = Math.max(largest[channel], minute[channel]);
            }
        }
        return scores.stream()
                .mapToDouble(minute -> {
                    double worst = 0;
                    for (int channel = 0; channel < largest.length; channel++) {
                        worst = Math.max(worst, minute[channel] / (largest[channel] + 1e-12));
                    }
                    return worst;
                })
                .toArray();
    }

    private static int owner(List<FaultLabel> faults, Instant time) {
        for (int i = 0; i < faults.size(); i++) {
            FaultLabel fault = faults.get(i);
            if (!time.isBefore(fault.onset()) && time.isBefore(fault.end().orElse(Instant.MAX))) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void two_seeds_of_the_plant_are_not_told_apart() {
        int pairs = 24;
        double total = 0;
        for (int pair = 0; pair < pairs; pair++) {
            total += auc(2 * pair, 2 * pair + 1);
        }

        // the weather remembers some hours, so one pair alone says little: 24 have about 0.06 of standard error
        assertThat(total / pairs).as("mean area under the curve").isBetween(0.35, 0.65);
    }

    /** Area under the curve of a nearest-centroid classifier: learnt on the first half of two runs, tried on the second. */
    private static double auc(long first, long second) {
        List<double[]> one = features(first);
        List<double[]> other = features(second);
        int half = one.size() / 2;
        double[] spread = spread(one.subList(0, half));
        double[] centre = centroid(one.subList(0, half));
        double[] otherCentre = centroid(other.subList(0, half));
        Function<double[], Double> score = x -> distance(x, centre, spread) - distance(x, otherCentre, spread);
        double wins = 0;
        for (double[] x : other.subList(half, other.size())) {
            for (double[] y : one.subList(half, one.size())) {
                wins += score.apply(x) > score.apply(y) ? 1 : 0;
            }
        }
        return wins / ((other.size() - half) * (double) (one.size() - half));
    }

    private static List<double[]> features(long seed) {
        Scenario smoke = Scenario.smoke(seed, START, HISTORY).undisturbed();
        Scenario alone = PlantTest.alone(smoke, smoke.assets().getFirst());
        Recording pump = record(alone, Duration.ofHours(6)).recordings().getFirst();
        return pump.minutes().stream()
                .map(minute -> Arrays.stream(minute)
                        .flatMapToDouble(x -> Arrays.stream(
                                new double[] {Arrays.stream(x).average().orElse(0), Math.sqrt(variance(x))}))
                        .toArray())
                .toList();
    }

    private static double[] centroid(List<double[]> points) {
        double[] mean = new double[points.getFirst().length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        return mean;
    }

    private static double[] spread(List<double[]> points) {
        double[] mean = centroid(points);
        double[] spread = new double[mean.length];
        for (double[] point : points) {
            for (int i = 0; i < spread.length; i++) {
                spread[i] += (point[i] - mean[i]) * (point[i] - mean[i]) / points.size();
            }
        }
        return Arrays.stream(spread).map(v -> Math.sqrt(v) + 1e-9).toArray();
    }

    private static double distance(double[] x, double[] centre, double[] spread) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - centre[i]) / spread[i];
            sum += z * z;
        }
        return sum;
    }
}
