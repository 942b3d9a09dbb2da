package org.industrialmind.foundations.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

/** The search for an order: what it finds, and what it keeps to. */
class AutoArimaTest {
    @Test
    void differences_are_found() {
        double[] rising = Series.walk(200, 4);
        Arrays.setAll(rising, t -> rising[t] + 0.3 * t);
        assertThat(new AutoArima(1, 2, 0, 8).fit(rising).order().d()).isEqualTo(1);
        assertThat(new AutoArima(1, 2, 0, 8)
                        .fit(Series.autoregression(300, 0.6, 2))
                        .order()
                        .d())
                .isZero();
        assertThat(new AutoArima(12, 1, 1, 6)
                        .fit(Golden.read("series").vector("add"))
                        .order()
                        .seasonalD())
                .isEqualTo(1);
    }

    @Test
    void the_winner_is_no_worse_than_what_it_began_with() {
        double[] series = Series.autoregression(200, 0.7, 3);
        ArimaModel best = new AutoArima(1, 3, 0, 30).fit(series);
        for (int p = 0; p <= 2; p++) {
            assertThat(best.aicc())
                    .isLessThanOrEqualTo(Arima.of(ArimaOrder.of(p, best.order().d(), p == 2 ? 2 : 0))
                                    .fit(series)
                                    .aicc()
                            + 1e-6);
        }
        assertThat(best.order().p()).isPositive();
    }

    @Test
    void the_airline_passengers_get_a_season() throws IOException {
        String folder = Optional.ofNullable(System.getProperty("INDUSTRIALMIND_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")))
                .orElse("../../shared/data"); // beside the repository, seen from the module
        Path file = Path.of(folder, "series", "airline-passengers.csv");
        assumeThat(Files.exists(file))
                .as("SKIPPED: no " + file + "; say where the data are with -DINDUSTRIALMIND_DATA=DIR")
                .isTrue();
        double[] logs = Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> line.contains(","))
                .mapToDouble(line -> Math.log(Double.parseDouble(line.split(",")[1].trim())))
                .toArray();
        ArimaModel airline = new Arima(ArimaOrder.of(0, 1, 1).seasonal(0, 1, 1, 12), false).fit(logs);
        assertThat(airline.ma()[0]).isBetween(-0.45, -0.35); // Box and Jenkins: 0.4 and 0.6, with the other sign
        assertThat(airline.seasonalMa()[0]).isBetween(-0.62, -0.5);
        assertThat(AutoArima.of(12).fit(logs).order()).hasToString("(0,1,1)(0,1,1)[12]");
        assertThat(airline.logLikelihood()).isBetween(244.6, 244.8); // 244.7, as R's arima says
    }

    @Test
    void refuses_nonsense() {
        assertThatThrownBy(() -> new AutoArima(0, 5, 2, 94)).hasMessageContaining("period 0");
        assertThatThrownBy(() -> new AutoArima(1, 5, 2, 3)).hasMessageContaining("3 models");
        assertThatThrownBy(() -> AutoArima.of(12).fit(new double[28])).hasMessageContaining("at least 29");
    }
}
