package org.industrialmind.simulator.plant;

import java.util.List;
import org.industrialmind.signal.AssetId;

/** What people do with one machine, against its schedule. */
final class Orders {
    private static final int DITHER_SECONDS = 180;

    private final List<Nuisance> loads;

    Orders(AssetId asset, List<Nuisance> nuisances) {
        this.loads = nuisances.stream()
                .filter(nuisance -> nuisance.asset().filter(asset::equals).isPresent())
                .toList();
    }

    /** Returns the load asked for in that second. */
    double load(long epochSecond, DutySchedule schedule, DutySettings duty) {
        for (int i = 0; i < loads.size(); i++) {
            Nuisance order = loads.get(i);
            if (epochSecond < order.from().getEpochSecond()
                    || epochSecond >= order.until().getEpochSecond()) {
                continue;
            }
            switch (order.kind()) {
                case SET_POINT_CHANGE -> {
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
}
