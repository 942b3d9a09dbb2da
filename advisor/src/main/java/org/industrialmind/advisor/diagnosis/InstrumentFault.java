package org.industrialmind.advisor.diagnosis;

import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.Suspect;

/**
 * The failure of a sensor, told in the words of the machine's own failure modes.
 *
 * <p>A sensor has one sign only, its own channel, so it needs no row in the matrix of the class. Its fit is the channel's
 * share of the episode: 1 where nothing else had to do with it.
 *
 * @param suspected the channel, with its share and deviation
 * @see "ISO 14224:2016, table B.9, failure modes of input devices"
 */
record InstrumentFault(Contribution suspected) {
    private static final String ACTION = "Compare with a second instrument or a reading by hand. Check supply, wiring,"
            + " range and calibration; replace the sensor if it stays off. The other channels say that the machine is"
            + " well, but it is not watched by this one until then.";

    /** Returns the fault that the episode speaks for, or empty if it does not speak against a sensor. */
    static Optional<InstrumentFault> of(Episode episode) {
        return episode.suspect() == Suspect.SENSOR
                ? episode.contributions().stream().findFirst().map(InstrumentFault::new)
                : Optional.empty();
    }

    /** Returns the diagnosis that tells of this fault alone. */
    Diagnosis diagnosis() {
        String channel = suspected.channel();
        return new Diagnosis(
                List.of(mode()),
                List.of(channel),
                List.of(),
                List.of("a second instrument for " + channel
                        + " would settle whether it is the sensor or the machine"));
    }

    private RankedMode mode() {
        String channel = suspected.channel();
        Evidence own = new Evidence(channel, suspected.sign(), suspected.deviation(), true);
        return new RankedMode(
                "instrument." + channel,
                "Instrument fault",
                iso14224(),
                "sensor of " + channel,
                ACTION,
                suspected.share(),
                List.of(own));
    }

    /** Abnormal output, high or low; erratic where it is off to neither side. */
    private String iso14224() {
        return switch (suspected.sign()) {
            case 1 -> "AOH";
            case -1 -> "AOL";
            default -> "ERO";
        };
    }
}
