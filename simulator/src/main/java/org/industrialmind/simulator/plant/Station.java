package org.industrialmind.simulator.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.SensorFault;
import org.industrialmind.simulator.machine.Conditions;
import org.industrialmind.simulator.machine.Machine;
import org.industrialmind.simulator.machine.Truth;
import org.industrialmind.simulator.sensor.FaultySensor;
import org.industrialmind.simulator.sensor.Instrument;
import org.industrialmind.simulator.sensor.Transmitter;

/** One machine in its place: what is asked of it, what feeds it, what ails it, and the instruments that watch it. */
final class Station {
    private final Asset asset;
    private final Machine machine;
    private final FrameSchema schema;
    private final Transmitter[] transmitters;
    private final DutySchedule schedule;
    private final Wander feedTemperature;
    private final Wander feedPressure;
    private final Wander resistance;
    private final List<FaultCourse> courses;
    private final Orders orders;
    private final List<FaultySensor> faultySensors;
    private final GatewayClock clock;
    private final Damage damage = new Damage();
    private final Truth truth;
    private final double[] values;
    private final byte[] qualities;
    private final long[] stamp = new long[1];

    Station(Asset asset, Scenario scenario) {
        Seed seed = new Seed(scenario.seed()).child(asset.id().value());
        this.asset = asset;
        this.machine = Machine.of(asset);
        this.schema = machine.schema();
        this.transmitters = transmitters(machine.instruments(), seed.child("instruments"));
        this.schedule = new DutySchedule(seed.child("duty"));
        this.feedTemperature = new Wander(1, 1200, seed.child("feed temperature"));
        this.feedPressure = new Wander(0.02, 300, seed.child("feed pressure"));
        this.resistance = new Wander(0.01, 300, seed.child("resistance"));
        this.orders = new Orders(asset.id(), scenario.nuisances());
        this.truth = new Truth(schema.width());
        this.values = new double[schema.width()];
        this.courses = FaultCourse.planned(asset, scenario, seed);
        this.faultySensors = faultySensors(asset, scenario.sensorFaults(), machine.instruments(), seed);
        this.qualities = new byte[schema.width()];
        this.clock = new GatewayClock(asset, scenario);
    }

    private static Transmitter[] transmitters(List<Instrument> instruments, Seed seed) {
        return instruments.stream()
                .map(instrument -> new Transmitter(instrument, seed))
                .toArray(Transmitter[]::new);
    }

    private static List<FaultySensor> faultySensors(
            Asset asset, List<SensorFault> faults, List<Instrument> instruments, Seed seed) {
        List<FaultySensor> sensors = new ArrayList<>();
        for (SensorFault fault : faults) {
            if (fault.asset().equals(asset.id())) {
                sensors.add(new FaultySensor(fault, instruments, seed.child("sensor fault " + sensors.size())));
            }
        }
        return sensors;
    }

    FrameSchema schema() {
        return schema;
    }

    void settle(Weather weather) {
        machine.settle(weather.ambient());
    }

    /** Lets one second pass. */
    void step(long epochSecond, Weather weather, DutySettings duty) {
        double load = orders.load(epochSecond, schedule, duty);
        Conditions conditions = new Conditions(
                load,
                weather.ambient(),
                weather.voltage(),
                feedTemperature.next(),
                feedPressure.next(),
                1 + resistance.next());
        for (FaultCourse course : courses) {
            course.advance(epochSecond, machine, damage);
        }
        machine.step(conditions, damage, truth);
        for (FaultCourse course : courses) {
            course.watch(epochSecond, conditions, machine, truth);
        }
    }

    /** Reads the instruments. */
    Frame read(long epochSecond) {
        stamp[0] = clock.stamp(epochSecond);
        Arrays.fill(qualities, (byte) 0);
        for (int i = 0; i < values.length; i++) {
            values[i] = transmitters[i].read(truth.value(i), truth.unrest(i));
        }
        for (FaultySensor sensor : faultySensors) {
            sensor.distort(epochSecond, values, qualities);
            stamp[0] = sensor.stamp(epochSecond, stamp[0]);
        }
        orders.calibrate(epochSecond, machine.instruments(), values, qualities);
        return Frame.of(asset.id(), schema, stamp, values, qualities);
    }

    List<FaultLabel> labels() {
        return courses.stream().flatMap(course -> course.labels().stream()).toList();
    }
}
