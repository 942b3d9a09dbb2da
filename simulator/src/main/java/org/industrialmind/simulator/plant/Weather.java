package org.industrialmind.simulator.plant;

import org.industrialmind.simulator.Seed;

/** What all machines share: the air around them, by the year, the day and chance, and the voltage of the grid. */
final class Weather {
    private static final double DAY = 86_400;
    private static final double YEAR = 365.25 * DAY;
    private static final double SPRING = 111 * DAY; // the yearly wave passes its mean on 21 April
    private static final double MORNING = 9 * 3600; // the daily wave passes its mean at nine

    private final Wander air;
    private final Wander grid;
    private double ambient;
    private double voltage;

    Weather(Seed seed) {
        this.air = new Wander(1.5, 7200, seed.child("air"));
        this.grid = new Wander(0.008, 30, seed.child("grid"));
    }

    void step(long epochSecond) {
        double yearly = StrictMath.sin(2 * Math.PI * (epochSecond - SPRING) / YEAR);
        double daily = StrictMath.sin(2 * Math.PI * (epochSecond % DAY - MORNING) / DAY);
        ambient = 15 + 10 * yearly + 5 * daily + air.next();
        voltage = 1 + grid.next();
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
