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
    private static final int MINUTE = 60;
    private static final int GAP = 10; // minutes of silence that end an alarm
    private static final double ALARM_SHARE = 0.999; // quantile of the score in the history

    /** One machine's channels, minute by minute: [minute][channel][second]. */
    private record Recording(AssetId asset, List<double[][]> minutes) {}

    private record Run(Scenario scenario, List<Recording> recordings, List<FaultLabel> labels) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void one_liners_miss_incipient_faults_or_cry_wolf(long seed) {
        Run run = record(incipient(seed), Duration.ofHours(20));

        double variance = episodeF1(run, RealismTest::movingVariance);
        double difference = episodeF1(run, RealismTest::largestStep);
        SplittableRandom random = new Seed(seed).child("score").generator();
        double chance = episodeF1(run, minute -> new double[] {random.nextDouble()});

        System.out.printf("seed %d: variance %.2f, difference %.2f, random %.2f%n", seed, variance, difference, chance);
        assertThat(variance).isLessThan(0.5);
        assertThat(difference).isLessThan(0.5);
        assertThat(chance).isLessThan(0.3);
    }

    /** The plant of the smoke scenario for twelve hours, with one fault of some two hours on most machines. */
    private static Scenario incipient(long seed) {
        Scenario smoke = Scenario.smoke(seed, START, HISTORY);
        SplittableRandom random = new Seed(seed).child("incipient").generator();
        List<PlannedFault> faults = new ArrayList<>();
        for (Asset asset : smoke.assets()) {
            List<FailureMode> modes = FailureMode.of(asset.equipmentClass());
            FailureMode mode = modes.get(random.nextInt(modes.size()));
            Instant onset = smoke.liveStart().plus(Duration.ofMinutes(random.nextInt(540)));
            faults.add(PlannedFault.toFailure(asset.id(), mode, onset, Duration.ofHours(2))
                    .upTo(0.35)
                    .repairedAt(onset.plus(Duration.ofMinutes(150))));
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

    /** F1 over faults found and alarms raised, with a limit for each channel from the history. */
    private static double episodeF1(Run run, Function<double[][], double[]> score) {
        int history = (int) HISTORY.toMinutes();
        int found = 0;
        int present = 0;
        int wrong = 0;
        for (Recording recording : run.recordings()) {
            List<double[]> scores = recording.minutes().stream().map(score).toList();
            double[] limits = limits(scores.subList(0, history));
            List<FaultLabel> faults = run.labels().stream()
                    .filter(label -> label.asset().equals(recording.asset())
                            && label.detectable().isPresent())
                    .toList();
            present += faults.size();
            boolean[] hit = new boolean[faults.size()];
            int quietSince = -GAP;
            for (int minute = history; minute < scores.size(); minute++) {
                if (!above(scores.get(minute), limits)) {
                    continue;
                }
                int owner = owner(faults, START.plusSeconds((long) minute * MINUTE));
                if (owner >= 0) {
                    hit[owner] = true;
                } else if (minute - quietSince > GAP) {
                    wrong++;
                }
                quietSince = minute;
            }
            for (boolean one : hit) {
                found += one ? 1 : 0;
            }
        }
        return 2.0 * found / (found + wrong + present);
    }

    private static double[] limits(List<double[]> scores) {
        double[] limits = new double[scores.getFirst().length];
        for (int channel = 0; channel < limits.length; channel++) {
            int each = channel;
            double[] sorted = scores.stream().mapToDouble(s -> s[each]).sorted().toArray();
            limits[channel] = sorted[(int) (ALARM_SHARE * (sorted.length - 1))];
        }
        return limits;
    }

    private static boolean above(double[] scores, double[] limits) {
        for (int channel = 0; channel < scores.length; channel++) {
            if (scores[channel] > limits[channel]) {
                return true;
            }
        }
        return false;
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
        int pairs = 8;
        double total = 0;
        for (int pair = 0; pair < pairs; pair++) {
            total += auc(2 * pair, 2 * pair + 1);
        }

        System.out.printf("mean area under the curve %.2f%n", total / pairs);
        // eight pairs of some hours: about 0.1 of standard error
        assertThat(total / pairs).isBetween(0.3, 0.7);
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
        Recording pump = record(smoke, Duration.ofHours(6)).recordings().getFirst();
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
