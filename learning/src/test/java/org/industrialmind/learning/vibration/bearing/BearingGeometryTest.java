package org.industrialmind.learning.vibration.bearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearingGeometryTest {
    @Test
    void the_orders_of_a_6205_are_those_that_the_rigs_owners_state() {
        BearingOrders orders =
                BearingCatalogue.ofTestRigs().bearing("SKF 6205-2RS").orders();
        assertThat(orders.cage()).isCloseTo(0.398, within(5e-4));
        assertThat(orders.rollingElement()).isCloseTo(2.357, within(5e-4));
        assertThat(orders.outerRace()).isCloseTo(3.585, within(5e-4));
        assertThat(orders.innerRace()).isCloseTo(5.415, within(5e-4));
    }

    @Test
    void the_outer_race_of_the_ims_rig_is_at_236_hertz() {
        // 2000 rpm; the figure of the data set's own description
        double order = BearingCatalogue.ofTestRigs()
                .bearing("Rexnord ZA-2115")
                .orders()
                .outerRace();
        assertThat(order * 2000 / 60).isCloseTo(236.4, within(0.1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_rolling_element_passes_once_a_turn_of_the_cage(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int elements = random.nextInt(6, 20);
        double pitch = random.nextDouble(20, 200);
        double diameter = pitch * Math.sin(Math.PI / elements) * random.nextDouble(0.3, 1);
        BearingOrders orders = new BearingGeometry(elements, diameter, pitch, random.nextDouble(0, 40)).orders();
        assertThat(orders.outerRace()).isCloseTo(elements * orders.cage(), within(1e-12));
        assertThat(orders.innerRace()).isCloseTo(elements * (1 - orders.cage()), within(1e-9));
        assertThat(orders.of(BearingPart.CAGE)).isEqualTo(orders.cage());
        assertThat(orders.of(BearingPart.ROLLING_ELEMENT)).isEqualTo(orders.rollingElement());
        assertThat(orders.of(BearingPart.OUTER_RACE)).isEqualTo(orders.outerRace());
        assertThat(orders.of(BearingPart.INNER_RACE)).isEqualTo(orders.innerRace());
    }

    @Test
    void impossible_bearings_are_refused() {
        assertThatThrownBy(() -> new BearingGeometry(9, 20, 39, 0)).hasMessageContaining("fit beside each other");
        assertThatThrownBy(() -> new BearingGeometry(2, 1, 39, 0)).hasMessageContaining("at least three");
        assertThatThrownBy(() -> new BearingGeometry(9, 7.94, 39.04, 90)).hasMessageContaining("below 90");
        assertThatThrownBy(() -> new BearingOrders(11.9, 70, 107, 162)).hasMessageContaining("divided by the speed");
    }

    @Test
    void a_plant_keeps_its_own_table(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("ours.csv");
        Files.writeString(table, """
                designation,elements,element_diameter_mm,pitch_diameter_mm,contact_angle_deg
                FAN-DE,8,6.746,28.499,0
                """);
        assertThat(BearingCatalogue.read(table).bearing("FAN-DE").elements()).isEqualTo(8);
        assertThatThrownBy(() -> BearingCatalogue.read(table).bearing("FAN-NDE"))
                .hasMessageContaining("FAN-NDE")
                .hasMessageContaining("[FAN-DE]");
    }

    @Test
    void a_table_of_another_form_is_refused(@TempDir Path folder) throws IOException {
        String heading = "designation,elements,element_diameter_mm,pitch_diameter_mm,contact_angle_deg\n";
        Path table = folder.resolve("ours.csv");
        Files.writeString(table, "name,n,d,D\nX,1,2,3\n");
        assertThatThrownBy(() -> BearingCatalogue.read(table)).hasMessageContaining("expected the heading");
        Files.writeString(table, heading + "X,8,6.746\n");
        assertThatThrownBy(() -> BearingCatalogue.read(table))
                .hasMessageContaining("line 2")
                .hasMessageContaining("3 cells");
        Files.writeString(table, heading + "X,8,6.746,28.5,zero\n");
        assertThatThrownBy(() -> BearingCatalogue.read(table))
                .hasMessageContaining("line 2")
                .hasMessageContaining("zero");
    }
}
