package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alarms and scores over time: events, affiliation, volume under the surface, the Numenta score. */
class DetectionMetricsTest {
    private static final int CELLS = 64; // of the twin's grid, for each row

    @Test
    void events_and_alarms_that_meet_are_counted() {
        EventOverlap overlap = EventOverlap.of(rows("0110010001"), rows("0011100110"));
        assertThat(overlap).isEqualTo(new EventOverlap(3, 1, 2, 1));
        assertThat(overlap.recall()).isEqualTo(1.0 / 3);
        assertThat(overlap.precision()).isEqualTo(0.5);
        assertThat(overlap.f1()).isCloseTo(0.4, within(1e-15));
        EventOverlap silent = EventOverlap.of(rows("010"), rows("000"));
        assertThat(silent.precision()).isZero();
        assertThat(silent.f1()).isZero();
        assertThat(EventOverlap.of(rows("000"), rows("010")).recall()).isZero();
        EventOverlap always = EventOverlap.of(rows("01010"), rows("11111"));
        assertThat(always).isEqualTo(new EventOverlap(2, 2, 1, 1));
    }

    @Test
    void affiliation_is_that_by_hand() {
        // one event [4, 5) of zone [0, 10); an alarm [6, 7) is 1 to 2 away. Nearer than d: 1 + 2 d of 10.
        // precision: mean of 1 - (1 + 2 d) / 10 over d from 1 to 2 = 0.6
        // recall: a moment y of the event is d = 6 - y away; nearer to y than d is 2 d of 10, d from 1 to 2: 0.7
        Affiliation near = Affiliation.of(rows("0000100000"), rows("0000001000"));
        assertThat(near.precision()).isCloseTo(0.6, within(1e-15));
        assertThat(near.recall()).isCloseTo(0.7, within(1e-15));
        assertThat(near.f1()).isCloseTo(2 * 0.42 / 1.3, within(1e-15));
    }

    @Test
    void affiliation_of_the_truth_is_perfect_and_of_silence_nothing() {
        Affiliation truth = Affiliation.of(rows("0110010001"), rows("0110010001"));
        assertThat(truth.precision()).isCloseTo(1, within(1e-15));
        assertThat(truth.recall()).isCloseTo(1, within(1e-15));
        assertThat(Affiliation.of(rows("010"), rows("000"))).isEqualTo(new Affiliation(0, 0));
        assertThat(Affiliation.of(rows("010"), rows("000")).f1()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void affiliation_is_the_integral_that_a_fine_grid_gives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] abnormal = runs(random, 60);
        boolean[] alarmed = runs(random, 60);
        Affiliation exact = Affiliation.of(abnormal, alarmed);
        double[] twin = affiliationOnGrid(abnormal, alarmed);
        assertThat(exact.precision()).isCloseTo(twin[0], within(0.01));
        assertThat(exact.recall()).isCloseTo(twin[1], within(0.01));
    }

    /** Twin: the definition, by counting the middles of fine cells. */
    private static double[] affiliationOnGrid(boolean[] abnormal, boolean[] alarmed) {
        int n = abnormal.length * CELLS;
        int[] event = new int[n];
        List<Stretch> events = Stretch.of(abnormal);
        double precision = 0;
        double recall = 0;
        int zones = 0;
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / CELLS;
            for (int j = 1; j < events.size(); j++) {
                if (distance(events.get(j), x) < distance(events.get(event[i]), x)) {
                    event[i] = j;
                }
            }
        }
        for (int j = 0; j < events.size(); j++) {
            int zone = j;
            double[] moments = IntStream.range(0, n)
                    .filter(i -> event[i] == zone)
                    .mapToDouble(i -> (i + 0.5) / CELLS)
                    .toArray();
            double[] called = IntStream.range(0, n)
                    .filter(i -> event[i] == zone && alarmed[i / CELLS])
                    .mapToDouble(i -> (i + 0.5) / CELLS)
                    .toArray();
            if (called.length == 0) {
                continue;
            }
            zones++;
            Stretch own = events.get(j);
            double worth = 0;
            for (double x : called) {
                worth += share(moments, y -> distance(own, y) >= distance(own, x));
            }
            precision += worth / called.length;
            double seen = 0;
            int length = 0;
            for (double y : moments) {
                if (distance(own, y) == 0) {
                    double nearest = Double.POSITIVE_INFINITY;
                    for (double x : called) {
                        nearest = Math.min(nearest, Math.abs(x - y));
                    }
                    double near = nearest;
                    seen += share(moments, x -> Math.abs(x - y) >= near);
                    length++;
                }
            }
            recall += seen / length;
        }
        return new double[] {precision / zones, recall / events.size()};
    }

    private static double share(double[] moments, DoublePredicate so) {
        int count = 0;
        for (double moment : moments) {
            count += so.test(moment) ? 1 : 0;
        }
        return (double) count / moments.length;
    }

    private static double distance(Stretch event, double x) {
        return Math.max(0, Math.max(event.start() - x, x - event.end()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void volume_is_that_of_the_definition_threshold_by_threshold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] abnormal = runs(random, 80);
        double[] scores = new double[80];
        for (int i = 0; i < 80; i++) {
            scores[i] = random.nextInt(20) + (abnormal[i] ? 5 : 0);
        }
        double precisionRecall = 0;
        double roc = 0;
        for (int width = 0; width <= 12; width++) {
            double[] areas = areasByDefinition(abnormal, scores, width);
            precisionRecall += areas[0] / 13;
            roc += areas[1] / 13;
        }
        VolumeUnderSurface volume = VolumeUnderSurface.of(abnormal, scores, 12);
        assertThat(volume.precisionRecall()).isCloseTo(precisionRecall, within(1e-12));
        assertThat(volume.roc()).isCloseTo(roc, within(1e-12));
    }

    /** Twin: for each threshold, every row anew. */
    private static double[] areasByDefinition(boolean[] abnormal, double[] scores, int width) {
        int n = abnormal.length;
        double[] label = new double[n];
        double length = 0;
        double widened = 0;
        for (int i = 0; i < n; i++) {
            for (Stretch event : Stretch.of(abnormal)) {
                int d = Math.max(0, Math.max(event.start() - i, i - event.end() + 1));
                label[i] += d == 0 ? 1 : d <= width / 2 ? Math.sqrt(1 - (double) d / width) : 0;
            }
            label[i] = Math.min(1, label[i]);
            length += abnormal[i] ? 1 : 0;
            widened += label[i];
        }
        double positives = (length + widened) / 2;
        double[] area = new double[2];
        double recall = 0;
        double falseAlarms = 0;
        for (int threshold = 30; threshold >= 0; threshold--) {
            double hits = 0;
            double called = 0;
            double met = 0;
            double stretches = 0;
            boolean inStretch = false;
            boolean found = false;
            for (int i = 0; i <= n; i++) {
                boolean touched = i < n && label[i] > 0;
                if (touched != inStretch) {
                    stretches += inStretch ? 1 : 0;
                    met += inStretch && found ? 1 : 0;
                    found = false;
                    inStretch = touched;
                }
                if (i < n && scores[i] >= threshold) {
                    called++;
                    hits += label[i];
                    found |= touched;
                }
            }
            if (called > 0) {
                double nextRecall = Math.min(1, hits / positives) * met / stretches;
                double nextFalseAlarms = (called - hits) / (n - positives);
                area[0] += (nextRecall - recall) * hits / called;
                area[1] += (nextFalseAlarms - falseAlarms) * (nextRecall + recall) / 2;
                recall = nextRecall;
                falseAlarms = nextFalseAlarms;
            }
        }
        area[1] += (1 - falseAlarms) * (1 + recall) / 2;
        return area;
    }

    @Test
    void volume_without_slopes_and_with_one_event_is_the_plain_area() {
        boolean[] abnormal = rows("0001110000");
        double[] scores = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        VolumeUnderSurface volume = VolumeUnderSurface.of(abnormal, scores, 0);
        assertThat(volume.precisionRecall())
                .isCloseTo(PrecisionRecallCurve.of(abnormal, scores).averagePrecision(), within(1e-14));
        assertThat(volume.roc()).isCloseTo(RocCurve.of(abnormal, scores).area(), within(1e-14));
        double[] late = {0, 0, 0, 0, 0, 1, 1, 0, 0, 0};
        assertThat(VolumeUnderSurface.of(abnormal, late, 6).precisionRecall())
                .isGreaterThan(VolumeUnderSurface.of(abnormal, late, 0).precisionRecall());
    }

    @Test
    void the_numenta_score_is_silence_at_zero_and_the_first_row_at_a_hundred() {
        boolean[] window = rows("00000" + "00001111100000");
        boolean[] silent = new boolean[window.length];
        boolean[] first = silent.clone();
        first[9] = true;
        for (NabScore.Profile profile : new NabScore.Profile[] {
            NabScore.Profile.STANDARD, NabScore.Profile.FEW_FALSE_ALARMS, NabScore.Profile.FEW_MISSES
        }) {
            assertThat(NabScore.of(window, silent, profile).normalised()).isZero();
            assertThat(NabScore.of(window, first, profile).normalised()).isCloseTo(100, within(1e-12));
        }
    }

    @Test
    void probation_is_as_long_as_the_numenta_benchmark_has_it() {
        assertThat(NabScore.probation(1000)).isEqualTo(150);
        assertThat(NabScore.probation(100_000)).isEqualTo(750);
    }

    @Test
    void the_numenta_score_is_that_by_hand() {
        boolean[] window = rows("00000000011111000000000000000000"); // rows 9 to 13; probation is rows 0 to 3
        boolean[] alarmed = new boolean[window.length];
        alarmed[2] = true; // probation
        alarmed[5] = true; // before any window: costs fully
        alarmed[11] = true; // three rows from the end of five: position -0.6
        alarmed[12] = true; // not the earliest
        alarmed[17] = true; // four rows behind the last, of five less one: position 1
        alarmed[30] = true; // beyond three widths
        double hit = (2 / (1 + Math.exp(-3)) - 1) / (2 / (1 + Math.exp(-5)) - 1);
        double near = 1 - 2 / (1 + Math.exp(5));
        NabScore score = NabScore.of(window, alarmed, NabScore.Profile.STANDARD);
        assertThat(score.raw()).isCloseTo(hit - 0.11 * (1 + near + 1), within(1e-14));
        assertThat(score.windows()).isEqualTo(1);
        assertThat(score.normalised()).isCloseTo(100 * (score.raw() + 1) / 2, within(1e-12));
    }

    @Test
    void refuse_what_has_nothing_to_find() {
        assertThatThrownBy(() -> Affiliation.of(rows("000"), rows("010"))).hasMessageContaining("none of 3 rows");
        assertThatThrownBy(() -> VolumeUnderSurface.of(rows("000"), new double[3], 1))
                .hasMessageContaining("no row is positive");
        assertThatThrownBy(() -> VolumeUnderSurface.of(rows("111"), new double[3], 1))
                .hasMessageContaining("no row is negative");
        assertThatThrownBy(() -> VolumeUnderSurface.of(rows("010"), new double[3], -1))
                .hasMessageContaining("slopes of -1");
        assertThatThrownBy(() -> NabScore.of(rows("10000000000000"), new boolean[14], NabScore.Profile.STANDARD))
                .hasMessageContaining("first 2 rows");
        assertThatThrownBy(() -> new NabScore.Profile(0, 1, 0)).hasMessageContaining("hit 0.0");
        assertThatThrownBy(() -> EventOverlap.of(rows("0"), rows("00"))).hasMessageContaining("2 alarms and 1 labels");
    }

    private static boolean[] rows(String bits) {
        boolean[] rows = new boolean[bits.length()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = bits.charAt(i) == '1';
        }
        return rows;
    }

    /** Returns runs of random lengths, at least one on and one off. */
    private static boolean[] runs(SplittableRandom random, int rows) {
        boolean[] runs = new boolean[rows];
        int at = random.nextInt(1, 12);
        while (at < rows) {
            int end = Math.min(rows, at + random.nextInt(1, 7));
            for (int i = at; i < end; i++) {
                runs[i] = true;
            }
            at = end + random.nextInt(2, 15);
        }
        return runs;
    }
}
