package org.industrialmind.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.fault.FailureMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machines at their design points, against numbers worked out by hand from their data sheets. */
class NominalTest {
    private static final double GRAVITY = 9.81;
    private static final double DENSITY = 998;

    @Test
    void pump_delivers_a_hundred_cubic_metres_at_rated_speed_for_18_kilowatts() {
        Truth truth = settled(new CentrifugalPump(Make.NOMINAL), 1, new Damage());

        assertThat(truth.value(PumpTag.FLOW.ordinal())).isCloseTo(100, within(0.1));
        assertThat(truth.value(PumpTag.SPEED.ordinal())).isCloseTo(2950, within(5.0));
        double shaft = truth.value(PumpTag.POWER.ordinal()) * MotorCurrent.EFFICIENCY;
        assertThat(shaft).isCloseTo(18.1, within(0.1));
    }

    @Test
    void pump_has_suction_head_to_spare_when_clean_and_lacks_it_when_plugged() {
        Damage plugged = new Damage();
        plugged.set(FailureMode.PUMP_STRAINER_PLUGGING, 1);

        assertThat(margin(settled(new CentrifugalPump(Make.NOMINAL), 1, new Damage())))
                .isCloseTo(1.8, within(0.05));
        assertThat(margin(settled(new CentrifugalPump(Make.NOMINAL), 1, plugged)))
                .isCloseTo(0.8, within(0.05));
    }

    private static double margin(Truth truth) {
        return CentrifugalPump.npshMargin(
                truth.value(PumpTag.SUCTION_PRESSURE.ordinal()), 60, truth.value(PumpTag.FLOW.ordinal()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.85, 1})
    void pump_turns_shaft_power_into_head_and_flow_at_the_efficiency_of_its_curve(double load) {
        Truth truth = settled(new CentrifugalPump(Make.NOMINAL), load, new Damage());

        double flow = truth.value(PumpTag.FLOW.ordinal());
        double rise =
                truth.value(PumpTag.DISCHARGE_PRESSURE.ordinal()) - truth.value(PumpTag.SUCTION_PRESSURE.ordinal());
        double head = rise * 1e5 / (DENSITY * GRAVITY);
        double speed = truth.value(PumpTag.SPEED.ordinal()) / CentrifugalPump.NOMINAL_SPEED;
        double offDesign = flow / 100 / speed - 1;
        double efficiency = 0.75 * (1 - 0.9 * offDesign * offDesign);
        double hydraulic = DENSITY * GRAVITY * flow * head / 3.6e6;
        double shaft = truth.value(PumpTag.POWER.ordinal()) * MotorCurrent.EFFICIENCY;
        assertThat(hydraulic / shaft).isCloseTo(efficiency, within(0.01 * efficiency));
        // the plant behind the pump asks for static head and friction
        assertThat(head).isCloseTo(20 + 0.003 * flow * flow, within(0.01 * head));
    }

    @Test
    void motor_winding_warms_by_about_eighty_kelvin_at_rated_power() {
        Truth truth = settled(new InductionMotor(Make.NOMINAL), 1, new Damage());

        assertThat(truth.value(MotorTag.WINDING_TEMP.ordinal()) - 20).isCloseTo(80, within(2.0));
        assertThat(truth.value(MotorTag.SPEED.ordinal())).isCloseTo(1470, within(1.0));
    }

    @Test
    void motor_reaches_two_thirds_of_its_rise_in_about_half_an_hour() {
        MotorHeat heat = new MotorHeat();
        double afterHalfAnHour = 0;
        for (int second = 0; second < 20_000; second++) {
            heat.step(1, true, 20, 0, 0);
            if (second == 1800) {
                afterHalfAnHour = heat.winding() - 20;
            }
        }

        assertThat(afterHalfAnHour / (heat.winding() - 20)).isBetween(0.55, 0.75);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.85, 1})
    void exchanger_gives_the_water_the_heat_that_the_product_loses(double load) {
        Truth truth = settled(new HeatExchanger(Make.NOMINAL), load, new Damage());

        double lost = truth.value(ExchangerTag.HOT_FLOW.ordinal())
                * (truth.value(ExchangerTag.HOT_INLET_TEMP.ordinal())
                        - truth.value(ExchangerTag.HOT_OUTLET_TEMP.ordinal()));
        double gained = truth.value(ExchangerTag.COLD_FLOW.ordinal())
                * (truth.value(ExchangerTag.COLD_OUTLET_TEMP.ordinal())
                        - truth.value(ExchangerTag.COLD_INLET_TEMP.ordinal()));
        assertThat(gained).isCloseTo(lost, within(0.01 * lost));
        assertThat(truth.value(ExchangerTag.HOT_RETURN_FLOW.ordinal()))
                .isCloseTo(truth.value(ExchangerTag.HOT_FLOW.ordinal()), within(1e-9));
        assertThat(truth.value(ExchangerTag.HOT_OUTLET_TEMP.ordinal())).isCloseTo(50, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1, 0.6", "1, 1, 0.5", "2, 0, 0.864665", "1.5, 0.5, 0.690785"})
    void exchanger_effectiveness_agrees_with_the_closed_form(double units, double ratio, double effectiveness) {
        assertThat(HeatExchanger.effectiveness(units, ratio)).isCloseTo(effectiveness, within(1e-5));
    }

    @Test
    void fan_obeys_the_affinity_laws() {
        double[] speed = new double[3];
        double[][] quantity = new double[3][3];
        double[] loads = {0.6, 0.85, 1};
        for (int i = 0; i < loads.length; i++) {
            Truth truth = settled(new Fan(Make.NOMINAL), loads[i], new Damage());
            speed[i] = truth.value(FanTag.FAN_SPEED.ordinal());
            quantity[0][i] = truth.value(FanTag.FLOW.ordinal());
            quantity[1][i] = truth.value(FanTag.STATIC_PRESSURE.ordinal());
            quantity[2][i] = truth.value(FanTag.POWER.ordinal());
        }

        for (int exponent = 1; exponent <= 3; exponent++) {
            double[] y = quantity[exponent - 1];
            double slope = Math.log(y[2] / y[0]) / Math.log(speed[2] / speed[0]);
            assertThat(slope).isCloseTo(exponent, within(0.1));
        }
    }

    private static Truth settled(Machine machine, double load, Damage damage) {
        Truth truth = new Truth(machine.instruments().size());
        for (int second = 0; second < 4 * 3600; second++) {
            machine.step(new Conditions(load, 20, 1, 0, 0, 1), damage, truth);
        }
        return truth;
    }
}
