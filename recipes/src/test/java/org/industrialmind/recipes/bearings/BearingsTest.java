package org.industrialmind.recipes.bearings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.industrialmind.learning.vibration.bearing.BearingOrders;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Kitchen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearingsTest {
    private static final double SPEED = 29.5; // turns a second
    private static final int READINGS = 24_000; // two seconds

    @TempDir
    private Path folder;

    /** Writes two seconds of a bearing that is struck so many times a turn, each time ringing at 3 kHz. */
    private void write(String file, double order, double strength, SplittableRandom random) throws IOException {
        StringBuilder lines = new StringBuilder();
        double ringing = 0;
        double struck = 0;
        for (int t = 0; t < READINGS; t++) {
            double strikes = t / CaseWesternFiles.RATE * SPEED * order;
            if (Math.floor(strikes) > struck) {
                struck = Math.floor(strikes);
                ringing = strength;
            }
            ringing *= 0.97;
            double value =
                    ringing * Math.sin(Math.TAU * 3000 * t / CaseWesternFiles.RATE + 0.5) + 0.1 * random.nextGaussian();
            lines.append(String.format(Locale.ROOT, "%.5f%n", value));
        }
        Files.writeString(folder.resolve(file), lines);
    }

    @Test
    void tells_the_races_of_bearings_it_has_not_seen() throws IOException {
        BearingOrders orders = CaseWesternFiles.driveEnd();
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder index = new StringBuilder("file,load_hp,rpm,class,fault_diameter_mil,samples\n");
        for (int size : new int[] {7, 14, 21}) {
            for (String fault : new String[] {"ball", "inner", "outer"}) {
                double order = switch (fault) {
                    case "inner" -> orders.innerRace();
                    case "outer" -> orders.outerRace();
                    default -> 2 * orders.rollingElement();
                };
                String file = fault + size + ".csv";
                write(file, order, 2.0 * size / 7, random);
                index.append(
                        String.format(Locale.ROOT, "%s,0,%.0f,%s,%d,%d%n", file, 60 * SPEED, fault, size, READINGS));
            }
        }
        Files.writeString(folder.resolve("index.csv"), index);
        Findings findings = Kitchen.small(new Bearings(), folder);
        assertThat(findings.metrics().get("accuracy_unseen_size")).isEqualTo(1);
        assertThat(findings.plots()).containsKey("envelopes");
        assertThat(findings.tables().getFirst().text()).contains("inner 14 mil", "BPFO");
    }

    @Test
    void says_which_file_it_misses() {
        assertThatThrownBy(() -> Kitchen.small(new Bearings(), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("index.csv was not found");
    }

    @Test
    void on_the_public_bearings_sees_through_the_leak() throws IOException {
        Findings findings = Kitchen.small(new Bearings(), Kitchen.publicData("cwru"));
        assertThat(findings.metrics().get("accuracy_unseen_size")).isGreaterThan(0.60);
        assertThat(findings.tables().getLast().text()).contains("later part", "levels forest");
    }
}
