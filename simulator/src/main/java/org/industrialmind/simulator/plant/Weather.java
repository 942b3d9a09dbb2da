package org.industrialmind.simulator.plant;

import java.util.List;
import org.industrialmind.simulator.Seed;

/** What all machines share: the air around them, by the year, the day and chance, and the voltage of the grid. */
final class Weather {
    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;
    private static final double SPRING = 111 * DAY; // the yearly wave passes its mean on 21 April
    private static final double MORNING = 9 * 3600; // the daily wave passes its mean at nine

    private static final double WAVE_RAMP = 1800; // seconds

    private final List<Nuisance> events;
    private final Wander air;
    private final Wander grid;
    private double ambient;
    private double voltage;

    Weather(Seed seed, List<Nuisance> nuisances) {
        this.events = nuisances.stream()
                .filter(nuisance -> nuisance.asset().isEmpty())
                .toList();
        this.air = new Wander(1.5, 7200, seed.child("air"));
        this.grid = new Wander(0.008, 30, seed.child("grid"));
    }

    void step(long epochSecond) {
        double yearly = StrictMath.sin(2 * Math.PI * (epochSecond - SPRING) / YEAR);
        double daily = StrictMath.sin(2 * Math.PI * (epochSecond % DAY - MORNING) / DAY);
        ambient = 15 + 10 * yearly + 5 * daily + air.next();
        voltage = 1 + grid.next();
        for (int i = 0; i < events.size(); i++) {
            happen(events.get(i), epochSecond);
        }
    }

    private void happen(Nuisance event, long epochSecond) {
        long since = epochSecond - event.from().getEpochSecond();
        long left = event.until().getEpochSecond() - epochSecond;
        if (since < 0 || left <= 0) {
            return;
        }
        switch (event.kind()) {
            case HEAT_WAVE -> ambient += event.amount() * Math.min(1, Math.min(since, left) / WAVE_RAMP);
            case POWER_DIP -> voltage -= event.amount();
            case SET_POINT_CHANGE, HELD_LOAD, DUTY_SWAP, PLANNED_CLEAN, CALIBRATION, SET_POINT_DITHER -> {}
        }
    }

    /** Returns the temperature of the air in degrees Celsius. */
    double ambient() {
        return ambient;
    }

    /** Returns the voltage relative to nominal. */
    double voltage() {
        return voltage;
    }
}
