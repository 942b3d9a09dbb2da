package org.industrialmind.simulator.plant;

import java.util.List;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Quality;
import org.industrialmind.simulator.sensor.Instrument;

/** What people do with one machine, against its schedule. */
final class Orders {
    private static final int DITHER_SECONDS = 180;
    private static final int POINT_SECONDS = 20; // at each of 0, 25, 50, 75 and 100 %
    private static final byte ON_THE_BENCH =
            Quality.bad(Quality.Reason.OUT_OF_SERVICE).code();

    private final List<Nuisance> orders;

    Orders(AssetId asset, List<Nuisance> nuisances) {
        this.orders = nuisances.stream()
                .filter(nuisance -> nuisance.asset().filter(asset::equals).isPresent())
                .toList();
    }

    /** Returns the load asked for in that second. */
    double load(long epochSecond, DutySchedule schedule, DutySettings duty) {
        for (int i = 0; i < orders.size(); i++) {
            Nuisance order = orders.get(i);
            if (!during(order, epochSecond)) {
                continue;
            }
            switch (order.kind()) {
                case SET_POINT_CHANGE, HELD_LOAD -> {
                    return schedule.follow(order.amount());
                }
                case DUTY_SWAP -> {
                    return schedule.follow(0);
                }
                case PLANNED_CLEAN -> {
                    return schedule.follow(Duty.CLEAN.load());
                }
                case SET_POINT_DITHER -> {
                    double scheduled = schedule.next(epochSecond, duty);
                    boolean up = epochSecond / DITHER_SECONDS % 2 == 0;
                    return scheduled == 0 || !up ? scheduled : scheduled + order.amount();
                }
                case HEAT_WAVE, POWER_DIP, CALIBRATION -> {}
            }
        }
        return schedule.next(epochSecond, duty);
    }

    /** Marks what a technician has on the bench in that second, and shows what his calibrator feeds it. */
    void calibrate(long epochSecond, List<Instrument> instruments, double[] values, byte[] qualities) {
        for (int i = 0; i < orders.size(); i++) {
            Nuisance order = orders.get(i);
            if (order.kind() == Nuisance.Kind.CALIBRATION && during(order, epochSecond)) {
                int channel = Math.clamp((int) order.amount(), 0, values.length - 1);
                Instrument instrument = instruments.get(channel);
                long quarter = (epochSecond - order.from().getEpochSecond()) / POINT_SECONDS % 5;
                values[channel] = instrument.low() + instrument.span() * quarter / 4.0;
                qualities[channel] = ON_THE_BENCH;
            }
        }
    }

    private static boolean during(Nuisance order, long epochSecond) {
        return epochSecond >= order.from().getEpochSecond()
                && epochSecond < order.until().getEpochSecond();
    }
}
