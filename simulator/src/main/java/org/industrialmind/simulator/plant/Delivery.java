package org.industrialmind.simulator.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.simulator.Seed;

/** The way from the gateways to the receiver: nothing is lost on it, but not everything comes once, in order and on time. */
final class Delivery {
    private static final double MEDIAN_DELAY = 5; // seconds
    private static final double LONGEST_DELAY = 3600; // seconds
    private static final double WEEK = 7 * 86_400;
    private static final double MEDIAN_OUTAGE = 300; // seconds

    private record UnderWay(long arrival, long sequence, Frame frame) {}

    private final TransportSettings settings;
    private final Map<AssetId, SplittableRandom> randoms = new HashMap<>();
    private final Map<AssetId, Gateway> gateways = new HashMap<>();
    private final PriorityQueue<UnderWay> underWay =
            new PriorityQueue<>(Comparator.comparingLong(UnderWay::arrival).thenComparingLong(UnderWay::sequence));
    private long sequence;
    private long sent;
    private long duplicated;
    private long late;
    private long reordered;
    private long backfilled;
    private long arrived;

    Delivery(TransportSettings settings, List<Asset> assets, Seed seed) {
        this.settings = settings;
        Map<String, Gateway> bySystem = new HashMap<>();
        for (Asset asset : assets) {
            String system = asset.path().toString();
            Gateway gateway =
                    bySystem.computeIfAbsent(system, name -> new Gateway(settings.outagesPerWeek(), seed.child(name)));
            gateways.put(asset.id(), gateway);
            randoms.put(asset.id(), seed.child(asset.id().value()).generator());
        }
    }

    /** Takes the frames of one second and returns all that arrive in it, in the order of arrival. */
    List<Frame> pass(long epochSecond, List<Frame> frames) {
        for (Frame frame : frames) {
            send(epochSecond, frame);
        }
        List<Frame> arriving = new ArrayList<>(frames.size());
        for (UnderWay next = underWay.peek(); next != null && next.arrival <= epochSecond; next = underWay.peek()) {
            arriving.add(next.frame);
            underWay.remove();
        }
        arrived += arriving.size();
        return arriving;
    }

    private void send(long epochSecond, Frame frame) {
        SplittableRandom random = randoms.get(frame.asset());
        Gateway gateway = gateways.get(frame.asset());
        if (random == null || gateway == null) {
            throw new IllegalStateException("frame of " + frame.asset() + ", which no gateway of this plant serves");
        }
        sent++;
        long connected = gateway.connectedFrom(epochSecond);
        if (connected > epochSecond) {
            backfilled++;
        }
        double chance = random.nextDouble();
        long delay = 0;
        if (chance < settings.late()) {
            late++;
            // Pareto of shape 1, for which the median is twice the least
            delay = (long) Math.min(LONGEST_DELAY, MEDIAN_DELAY / 2 / (1 - random.nextDouble()));
        } else if (chance < settings.late() + settings.reordered()) {
            reordered++;
            delay = 1 + random.nextInt(3);
        }
        underWay.add(new UnderWay(connected + delay, sequence++, frame));
        if (random.nextDouble() < settings.duplicate()) {
            duplicated++;
            underWay.add(new UnderWay(connected + delay + random.nextInt(3), sequence++, frame));
        }
    }

    DeliveryCounts counts() {
        return new DeliveryCounts(sent, duplicated, late, reordered, backfilled, arrived, underWay.size());
    }

    /** The box that serves one system of the plant, with its outages. */
    private static final class Gateway {
        private final SplittableRandom random;
        private final double meanGap;
        private long from = Long.MAX_VALUE;
        private long until = Long.MAX_VALUE;
        private boolean planned;

        Gateway(double outagesPerWeek, Seed seed) {
            this.random = seed.generator();
            this.meanGap = outagesPerWeek > 0 ? WEEK / outagesPerWeek : Double.POSITIVE_INFINITY;
        }

        /** Returns the second from which what is read now can be sent: now, unless the line is down. */
        long connectedFrom(long epochSecond) {
            if (!planned || epochSecond >= until) {
                plan(epochSecond);
            }
            return epochSecond >= from ? until : epochSecond;
        }

        private void plan(long epochSecond) {
            planned = true;
            if (Double.isInfinite(meanGap)) {
                return;
            }
            from = epochSecond + 1 + (long) (meanGap * random.nextExponential());
            until = from + 1 + (long) (MEDIAN_OUTAGE * StrictMath.exp(0.8 * random.nextGaussian()));
        }
    }
}
