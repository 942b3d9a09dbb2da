package org.industrialmind.learning.tabular.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
    private static final int SIZE = 203;

    /** Draws rows of three classes (one rare), 23 groups and times with ties, out of order. */
    private static RowKeys drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = IntStream.range(0, SIZE)
                .map(row -> random.nextDouble() < 0.1 ? 2 : random.nextInt(2))
                .toArray();
        int[] groups =
                IntStream.range(0, SIZE).map(row -> random.nextInt(23) * 7).toArray();
        long[] times = random.longs(SIZE, 0, 90).toArray();
        return RowKeys.ofLabels(labels).withGroups(groups).withTimes(times);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void folds_judge_each_row_once_and_learn_from_the_rest(long seed) {
        RowKeys rows = drawn(seed);
        for (Splitter splitter :
                List.of(new KFold(5), new StratifiedKFold(5), new GroupKFold(5), new StratifiedGroupKFold(5))) {
            int[] judged = new int[SIZE];
            List<Split> splits = splitter.split(rows, seed);
            assertThat(splits).hasSize(5);
            for (Split split : splits) {
                assertThat(split.trainSize() + split.testSize()).isEqualTo(SIZE);
                Arrays.stream(split.test()).forEach(row -> judged[row]++);
            }
            assertThat(judged).containsOnly(1);
            assertThat(splitter.split(rows, seed)).isEqualTo(splits);
            assertThat(splitter.split(rows, seed + 1)).isNotEqualTo(splits);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stratified_folds_differ_by_at_most_one_row_in_size_and_in_each_class(long seed) {
        RowKeys rows = drawn(seed);
        List<Split> splits = new StratifiedKFold(7).split(rows, seed);
        assertThat(spread(splits.stream().mapToInt(Split::testSize).toArray())).isLessThanOrEqualTo(1);
        for (int label = 0; label < 3; label++) {
            int[] counts = classCounts(splits, rows.labels(), label);
            assertThat(spread(counts)).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void groups_never_cross(long seed) {
        RowKeys rows = drawn(seed);
        int[] groups = rows.groups();
        for (Splitter splitter :
                List.of(new GroupKFold(5), new StratifiedGroupKFold(5), new HoldOut(0.3, HoldOut.Kind.GROUPED))) {
            for (Split split : splitter.split(rows, seed)) {
                Set<Integer> learned = keys(groups, split.train());
                assertThat(keys(groups, split.test())).noneMatch(learned::contains);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void group_folds_differ_by_at_most_the_largest_group(long seed) {
        RowKeys rows = drawn(seed);
        int largest = Folds.members(rows.groups()).stream()
                .mapToInt(rowsOf -> rowsOf.length)
                .max()
                .orElseThrow();
        int[] sizes = new GroupKFold(4)
                .split(rows, seed).stream().mapToInt(Split::testSize).toArray();
        assertThat(spread(sizes)).isLessThanOrEqualTo(largest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stratified_group_folds_keep_a_rare_class_in_each_fold(long seed) {
        // 30 groups of 10 rows, one in three with three rows of the rare class
        int[] groups = IntStream.range(0, 300).map(row -> row / 10).toArray();
        int[] labels = IntStream.range(0, 300)
                .map(row -> row / 10 % 3 == 0 && row % 10 < 3 ? 1 : 0)
                .toArray();
        RowKeys rows = RowKeys.ofLabels(labels).withGroups(groups);
        List<Split> splits = new StratifiedGroupKFold(5).split(rows, seed);
        assertThat(classCounts(splits, labels, 1)).containsOnly(6); // ten such groups: two for each fold
    }

    @Test
    void as_many_folds_as_groups_leave_one_group_out_each() {
        int[] groups = {0, 0, 0, 0, 0, 0, 1, 2, 3};
        RowKeys rows = RowKeys.ofLabels(new int[] {0, 1, 0, 1, 0, 1, 0, 0, 1}).withGroups(groups);
        for (Splitter splitter : List.of(new GroupKFold(4), new StratifiedGroupKFold(4))) {
            assertThat(splitter.split(rows, 1).stream()
                            .mapToInt(Split::testSize)
                            .sorted()
                            .toArray())
                    .containsExactly(1, 1, 1, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void time_folds_never_learn_from_the_future_nor_from_the_gap(long seed) {
        RowKeys rows = drawn(seed);
        long[] times = rows.times();
        List<Split> splits = TimeFolds.sliding(4, 3, 20).split(rows, seed);
        assertThat(splits).hasSize(4);
        for (Split split : splits) {
            long start = Arrays.stream(split.test())
                    .mapToLong(row -> times[row])
                    .min()
                    .orElseThrow();
            for (int row : split.train()) {
                assertThat(start - times[row]).isGreaterThan(3).isLessThanOrEqualTo(23);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void expanding_time_folds_learn_from_all_the_past_and_tear_no_instant(long seed) {
        RowKeys rows = drawn(seed);
        long[] times = rows.times();
        Set<Integer> judged = new HashSet<>();
        for (Split split : TimeFolds.expanding(5, 0).split(rows, seed)) {
            long start = Arrays.stream(split.test())
                    .mapToLong(row -> times[row])
                    .min()
                    .orElseThrow();
            long past = Arrays.stream(times).filter(time -> time < start).count();
            assertThat(split.trainSize()).isEqualTo((int) past);
            Arrays.stream(split.test())
                    .forEach(row -> assertThat(judged.add(row)).isTrue());
        }
        long first = judged.stream().mapToLong(row -> times[row]).min().orElseThrow();
        assertThat(judged).hasSize((int)
                Arrays.stream(times).filter(time -> time >= first).count());
    }

    @Test
    void the_sizes_of_time_folds_are_as_worked_out_by_hand() {
        RowKeys rows = RowKeys.of(8).withTimes(new long[] {10, 20, 30, 40, 50, 60, 70, 80});
        assertThat(TimeFolds.expanding(3, 10).split(rows, 0))
                .containsExactly(
                        Split.of(new int[] {0}, new int[] {2, 3}),
                        Split.of(new int[] {0, 1, 2}, new int[] {4, 5}),
                        Split.of(new int[] {0, 1, 2, 3, 4}, new int[] {6, 7}));
        assertThat(TimeFolds.sliding(3, 0, 20).split(rows, 0))
                .containsExactly(
                        Split.of(new int[] {0, 1}, new int[] {2, 3}),
                        Split.of(new int[] {2, 3}, new int[] {4, 5}),
                        Split.of(new int[] {4, 5}, new int[] {6, 7}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_hold_out_keeps_its_share_and_its_promise(long seed) {
        RowKeys rows = drawn(seed);
        Split stratified =
                new HoldOut(0.25, HoldOut.Kind.STRATIFIED).split(rows, seed).getFirst();
        assertThat(stratified.testSize()).isEqualTo(51); // 203 / 4
        for (int label = 0; label < 3; label++) {
            int kind = label;
            long all = Arrays.stream(rows.labels()).filter(l -> l == kind).count();
            int held = classCounts(List.of(stratified), rows.labels(), label)[0];
            assertThat((double) held).isBetween(all / 4.0 - 1, all / 4.0 + 1);
        }
        long[] times = rows.times();
        Split latest = new HoldOut(0.25, HoldOut.Kind.LATEST).split(rows, seed).getFirst();
        long earliestTest =
                Arrays.stream(latest.test()).mapToLong(row -> times[row]).min().orElseThrow();
        assertThat(Arrays.stream(latest.train())).allMatch(row -> times[row] < earliestTest);
        assertThat(new HoldOut(0.25, HoldOut.Kind.RANDOM)
                        .split(rows, seed)
                        .getFirst()
                        .testSize())
                .isEqualTo(51);
    }

    @Test
    void repetitions_draw_anew() {
        List<Split> splits = new Repeated(new KFold(3), 4).split(RowKeys.of(30), 1);
        assertThat(splits).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nested_choice_never_sees_the_outer_test_part(long seed) {
        RowKeys rows = drawn(seed);
        List<NestedFold> folds = NestedFold.split(new GroupKFold(4), new StratifiedGroupKFold(3), rows, seed);
        assertThat(folds).hasSize(4);
        for (NestedFold fold : folds) {
            Set<Integer> test =
                    keys(IntStream.range(0, SIZE).toArray(), fold.outer().test());
            for (Split inner : fold.inner()) {
                assertThat(inner.trainSize() + inner.testSize())
                        .isEqualTo(fold.outer().trainSize());
                assertThat(IntStream.concat(Arrays.stream(inner.train()), Arrays.stream(inner.test()))
                                .boxed())
                        .noneMatch(test::contains);
            }
        }
    }

    @Test
    void what_cannot_be_split_is_refused_with_the_reason() {
        RowKeys four = RowKeys.of(4);
        assertThatThrownBy(() -> new KFold(1)).hasMessageContaining("1 folds");
        assertThatThrownBy(() -> new KFold(5).split(four, 1)).hasMessageContaining("4 rows for 5 folds");
        assertThatThrownBy(() -> new GroupKFold(2).split(four, 1)).hasMessageContaining("RowKeys.withGroups");
        assertThatThrownBy(() -> new GroupKFold(2).split(four.withGroups(new int[4]), 1))
                .hasMessageContaining("1 groups for 2 folds");
        assertThatThrownBy(() -> TimeFolds.expanding(2, 0).split(four.withTimes(new long[4]), 1))
                .hasMessageContaining("distinct times");
        assertThatThrownBy(() -> TimeFolds.expanding(2, 9).split(four.withTimes(new long[] {1, 2, 3, 4}), 1))
                .hasMessageContaining("gap of 9");
        assertThatThrownBy(() -> TimeFolds.expanding(0, 0)).hasMessageContaining("0 folds");
        assertThatThrownBy(() -> new HoldOut(1, HoldOut.Kind.RANDOM)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> new HoldOut(0.5, HoldOut.Kind.LATEST).split(four.withTimes(new long[4]), 1))
                .hasMessageContaining("share one group or instant");
        assertThatThrownBy(() -> new Repeated(new KFold(2), 0)).hasMessageContaining("0 repetitions");
        assertThatThrownBy(() -> RowKeys.of(0)).hasMessageContaining("0 rows");
        assertThatThrownBy(() -> four.withLabels(new int[3])).hasMessageContaining("3 labels for 4 rows");
        assertThatThrownBy(() -> RowKeys.ofLabels(new int[] {-1})).hasMessageContaining("negative");
        assertThatThrownBy(() -> Split.of(new int[] {1}, new int[] {1})).hasMessageContaining("taken already");
        assertThatThrownBy(() -> Split.of(new int[] {1}, new int[0])).hasMessageContaining("test part");
    }

    private static int spread(int[] counts) {
        return Arrays.stream(counts).max().orElseThrow()
                - Arrays.stream(counts).min().orElseThrow();
    }

    private static int[] classCounts(List<Split> splits, int[] labels, int label) {
        return splits.stream()
                .mapToInt(split -> (int) Arrays.stream(split.test())
                        .filter(row -> labels[row] == label)
                        .count())
                .toArray();
    }

    private static Set<Integer> keys(int[] keys, int[] positions) {
        return Arrays.stream(positions).mapToObj(row -> keys[row]).collect(Collectors.toSet());
    }
}
