package org.industrialmind.simulator.plant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.FaultLabel;

/**
 * A plant at work: each step is one second of all machines.
 *
 * <p>The same scenario gives the same frames to the bit, on every platform. Not thread-safe: one thread steps it.
 */
public final class Plant {
    private final Scenario scenario;
    private final Weather weather;
    private final List<Station> stations;
    private final Delivery delivery;
    private long epochSecond;

    public Plant(Scenario scenario) {
        this.scenario = scenario;
        this.weather = new Weather(new Seed(scenario.seed()).child("weather"), scenario.nuisances());
        this.stations = scenario.assets().stream()
                .map(asset -> new Station(asset, scenario))
                .toList();
        this.delivery =
                new Delivery(scenario.transport(), scenario.assets(), new Seed(scenario.seed()).child("transport"));
        this.epochSecond = scenario.start().getEpochSecond();
        weather.step(epochSecond);
        stations.forEach(station -> station.settle(weather));
    }

    public Scenario scenario() {
        return scenario;
    }

    public List<Asset> assets() {
        return scenario.assets();
    }

    /** Returns the schemas of all frames of this plant, one for each class of equipment. */
    public List<FrameSchema> schemas() {
        return stations.stream().map(Station::schema).distinct().toList();
    }

    /** Returns the second that the next step will simulate. */
    public Instant now() {
        return Instant.ofEpochSecond(epochSecond);
    }

    /** Simulates one second and returns its frames, one row each, in the order of the assets. */
    public List<Frame> step() {
        weather.step(epochSecond);
        DutySettings duty = epochSecond < scenario.liveStart().getEpochSecond() ? scenario.duty() : scenario.liveDuty();
        List<Frame> frames = new ArrayList<>(stations.size());
        for (Station station : stations) {
            station.step(epochSecond, weather, duty);
            frames.add(station.read(epochSecond));
        }
        epochSecond++;
        return frames;
    }

    /**
     * Simulates one second and returns the frames that reach the receiver in it, in the order of arrival: late, twice or
     * overtaken as the lines of the scenario have it.
     */
    public List<Frame> deliver() {
        long second = epochSecond;
        return delivery.pass(second, step());
    }

    /** Returns the ledger of what {@link #deliver()} has done so far. */
    public DeliveryCounts deliveries() {
        return delivery.counts();
    }

    /** Returns what is known by now about every planned event; when it became noticeable is filled in as it happens. */
    public List<FaultLabel> labels() {
        List<FaultLabel> labels = new ArrayList<>();
        stations.forEach(station -> labels.addAll(station.labels()));
        labels.addAll(PlannedLabels.of(scenario));
        return labels;
    }
}
