package org.industrialmind.learning.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RegimesTest {
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("extruder"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(
                    new Channel("speed", "", Unit.ONE, Channel.Role.DRIVE),
                    new Channel("feed", "", Unit.ONE, Channel.Role.DRIVE)));
    private static final int ROWS = 20;

    @Test
    void a_mixture_tells_recipes_apart_whose_single_drives_wander_into_each_other() {
        // either speed is run with either feed, and both wander within a recipe: no gap in either alone
        List<Window> windows = recipes(400, 3);
        assertThat(Regimes.learn(SCHEMA, windows, by(RegimeMethod.LEVELS)).count())
                .isEqualTo(1);
        Regimes mixed = Regimes.learn(SCHEMA, windows, by(RegimeMethod.MIXTURE));
        assertThat(mixed.count()).isEqualTo(2);
        assertThat(mixed.locate(window(1, 40, 40))).isEqualTo(new Located.In(0));
        assertThat(mixed.locate(window(1, 60, 20))).isEqualTo(new Located.In(1));
        assertThat(mixed.locate(window(1, 40, 20))).isEqualTo(new Located.Nowhere(Reason.UNKNOWN_REGIME));
    }

    @ParameterizedTest
    @EnumSource(
            value = RegimeMethod.class,
            names = {"LEVELS", "MIXTURE"})
    void a_window_that_moves_stands_still_or_was_not_read_is_in_no_regime(RegimeMethod method) {
        Regimes regimes = Regimes.learn(SCHEMA, recipes(400, 4), by(method));
        assertThat(regimes.locate(window(1, 0, 0))).isEqualTo(new Located.Nowhere(Reason.STANDSTILL));
        assertThat(regimes.locate(window(1, Float.NaN, 40))).isEqualTo(new Located.Nowhere(Reason.TOO_FEW_READINGS));
        float[] ramp = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            ramp[2 * row] = 40 + row;
            ramp[2 * row + 1] = 30;
        }
        assertThat(regimes.locate(new Window(new AssetId("E-1"), SCHEMA, ROWS, ramp)))
                .isEqualTo(new Located.Nowhere(Reason.TRANSIENT));
    }

    @ParameterizedTest
    @EnumSource(RegimeMethod.class)
    void regimes_kept_in_a_file_are_those_that_were_learned(RegimeMethod method, @TempDir Path folder)
            throws IOException {
        List<Window> windows = recipes(200, 5);
        Regimes learned = Regimes.learn(SCHEMA, windows, by(method));
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode root = json.createObjectNode();
        var list = root.putArray("regimes");
        List<ObjectNode> each = IntStream.range(0, learned.count())
                .mapToObj(regime -> list.addObject())
                .toList();
        RegimesFormat.write(learned, root, each);
        Path file = Files.write(
                folder.resolve("machine.json"), json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        Regimes read = RegimesFormat.read(JsonFields.read(file), SCHEMA.width());
        assertThat(read.count()).isEqualTo(learned.count());
        assertThat(windows).allSatisfy(window -> assertThat(read.locate(window)).isEqualTo(learned.locate(window)));
    }

    @Test
    void a_survey_tells_hours_and_ways_of_running_and_what_will_not_be_judged() {
        List<Window> windows = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            boolean stopped = i > 200 && i <= 250;
            windows.add(stopped ? window(i, 0, 0) : i % 100 < 50 ? window(i, 40, 40) : window(i, 60, 20));
        }
        RegimeSurvey survey = RegimeSurvey.of(SCHEMA, windows, by(RegimeMethod.LEVELS));
        assertThat(survey.regimes())
                .containsExactly(
                        new RegimeSurvey.Found(Map.of("speed", 40.0, "feed", 40.0), 101),
                        new RegimeSurvey.Found(Map.of("speed", 60.0, "feed", 20.0), 149));
        assertThat(survey.outside()).isEqualTo(Map.of(Reason.STANDSTILL, 50));
        assertThat(survey.history().starts()).isEqualTo(1);
        assertThat(survey.history().time(RunState.STOPPED))
                .isBetween(Duration.ofSeconds(980), Duration.ofSeconds(1000));
    }

    @Test
    void too_few_windows_make_no_regime() {
        for (RegimeMethod method : RegimeMethod.values()) {
            assertThat(Regimes.learn(SCHEMA, recipes(9, 6), by(method)).count()).isZero();
            assertThat(Regimes.learn(SCHEMA, List.of(), by(method)).count()).isZero();
        }
    }

    @Test
    void refuses_settings_out_of_range_and_ways_that_there_are_not() {
        assertThatThrownBy(() -> new RegimeSettings(RegimeMethod.LEVELS, 1, 5)).hasMessageContaining("same level 1.0");
        assertThatThrownBy(() -> RegimeMethod.parse("magic")).hasMessageContaining("levels, mixture, none");
    }

    private static RegimeSettings by(RegimeMethod method) {
        return new RegimeSettings(method, 0.04, 10);
    }

    private static List<Window> recipes(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Window> windows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double along = Math.clamp(5 * random.nextGaussian(), -10, 10);
            boolean first = random.nextBoolean();
            double across = random.nextGaussian() / 2;
            windows.add(
                    first
                            ? window(i, (float) (40 + along), (float) (40 + along + across))
                            : window(i, (float) (50 + 2 * along), (float) (10 + 2 * along + across)));
        }
        return windows;
    }

    private static Window window(int number, float speed, float feed) {
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = speed;
            values[2 * row + 1] = feed;
        }
        return new Window(new AssetId("E-1"), SCHEMA, (long) number * ROWS * SCHEMA.periodNanos(), values);
    }
}
