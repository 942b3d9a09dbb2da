package org.industrialmind.learning.prepared;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.quality.Exchange;
import org.industrialmind.learning.quality.Symptom;
import org.industrialmind.learning.quality.Symptom.Jump.Company;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Window;

/**
 * Says of an abnormal window whether it speaks against the machine or against one of its sensors.
 *
 * <p>A machine that changes moves several channels, for they depend on each other, or one of them little by little; a
 * sensor that fails moves its own, and at one reading. So:
 *
 * <ul>
 *   <li>Amid a change, at rest and in an unknown way of running nothing is said: a sensor's past is no measure there.
 *   <li>What the gate found that no machine does, such as a value that stands still, is the sensor's, unless the machine is
 *       abnormal without that channel too.
 *   <li>A channel that has stepped alone and away from what is usual is the sensor's, if the window is normal without it and no
 *       controller moves the channel: speed and valve answer to the machine alone, since what they hold stays put. A
 *       step back to the usual is the end of something, not its beginning, and is not told; nor is one of a channel that
 *       was unusual before it stepped.
 *   <li>Two channels that each read what the other usually does are the sensors', if hardly anything is left of what was
 *       abnormal once they are exchanged back and neither is on its way then: bearings that warm up pass each other's
 *       values.
 *   <li>A channel that alone breaks a law which an ailing machine keeps too is the sensor's.
 *   <li>If several channels contradict the machine's past, and a shift of one single instrument by which they are explained
 *       makes all of them agree, it is that sensor's ({@link OneInstrument}), whenever it shifted.
 *   <li>If another single channel suffices to explain the window, nobody can tell. It counts as the machine's, but has to
 *       be further out ({@value #LONE} times the limit): one witness is worth less than several. Where nothing was
 *       explained beforehand the limit itself will do: the factor was found for scores of what explanations leave.
 *   <li>Else the machine is suspect.
 * </ul>
 *
 * @see "Dunia, Qin, Edgar and McAvoy 1996, Identification of faulty sensors using principal component analysis, AIChE 42"
 */
final class SuspectRule {
    private static final int TRIED = 3; // of the foremost contributors
    private static final double LONE = 1.15; // times the limit
    private static final double FAR = 2; // times the limit: nearer to it chance may have undone what was abnormal
    private static final double BACK = 1.2; // times nearer to what is usual than before: the end of something

    private final AnomalyDetector detector;
    private final Preparation preparation;
    private final OneInstrument one;

    SuspectRule(AnomalyDetector detector, Preparation preparation) {
        this.detector = detector;
        this.preparation = preparation;
        this.one = new OneInstrument(preparation, this::score);
    }

    /** Completes a verdict on a window that was made ready. */
    Verdict complete(Verdict verdict, Preparation.Ready ready) {
        boolean elsewhere = verdict instanceof Verdict.Abstained abstained && !explicable(abstained.reason());
        Verdict judged = elsewhere
                ? verdict
                : ready.refused().<Verdict>map(Verdict.Abstained::new).orElse(verdict);
        Optional<Symptom> conclusive = ready.symptoms().stream()
                .filter(symptom -> ready.placed() && symptom.conclusive())
                .max(Comparator.comparingDouble(Symptom::strength));
        return switch (judged) {
            case Verdict.Abstained abstained ->
                conclusive.<Verdict>map(symptom -> told(symptom, 0)).orElse(abstained);
            case Verdict.Scored scored when scored.abnormal() -> suspected(scored, ready);
            case Verdict.Scored scored ->
                conclusive
                        .or(() -> shift(ready))
                        .<Verdict>map(symptom -> told(symptom, scored.score()))
                        .orElse(scored);
        };
    }

    /** Returns whether it may be a sensor why the detector would not judge. */
    private static boolean explicable(Reason reason) {
        return switch (reason) {
            case TOO_FEW_READINGS, UNKNOWN_REGIME -> true;
            case TRANSIENT, STANDSTILL, NO_MODEL, OTHER_SCHEMA, SCORER_FAILED -> false;
        };
    }

    /** Returns the step of a channel that stepped alone and away: the reading is off since, be it little. */
    private Optional<Symptom> shift(Preparation.Ready ready) {
        return jump(ready, Company.ALONE)
                .filter(jump -> !preparation.physics().manipulated(jump.channel()))
                .filter(jump -> leadsAway(jump, ready))
                .map(Symptom.class::cast);
    }

    private static Optional<Symptom.Jump> jump(Preparation.Ready ready, Company company) {
        return ready.symptoms().stream()
                .filter(Symptom.Jump.class::isInstance)
                .map(Symptom.Jump.class::cast)
                .filter(jump -> jump.company() == company)
                .findFirst();
    }

    private static Verdict told(Symptom symptom, double score) {
        return sensor(Math.max(score, symptom.strength()), List.of(symptom.channel()));
    }

    private static Verdict sensor(double score, List<String> channels) {
        List<Contribution> equal = channels.stream()
                .map(channel -> new Contribution(channel, 1.0 / channels.size(), 0))
                .toList();
        return new Verdict.Scored(score, equal, Suspect.SENSOR);
    }

    private Verdict suspected(Verdict.Scored scored, Preparation.Ready ready) {
        return shift(ready)
                .filter(symptom -> normalWithout(symptom.channel(), ready))
                .map(symptom -> List.of(symptom.channel()))
                .or(() -> exchanged(scored, ready))
                .or(() -> contradicted(scored, ready))
                .or(() -> off(scored, ready))
                .map(channels -> sensor(scored.score(), channels))
                .orElseGet(() -> oneAlone(scored, ready)
                        ? undetermined(scored)
                        : new Verdict.Scored(scored.score(), scored.contributions(), Suspect.MACHINE));
    }

    /** Returns the two channels that have been exchanged, if any were. */
    private Optional<List<String>> exchanged(Verdict.Scored scored, Preparation.Ready ready) {
        double most = scored.score() > FAR ? 1 : scored.score() / FAR / FAR;
        return preparation.gate().exchanges(ready.read()).stream()
                .filter(pair -> normal(preparation.of(pair.undone(ready.read())), pair, most))
                .findFirst()
                .map(pair -> Stream.of(pair.one(), pair.other())
                        .map(channel -> ready.read().schema().channel(channel).name())
                        .toList());
    }

    /** Returns the foremost channel, if it alone breaks a law that an ailing machine keeps. */
    private Optional<List<String>> contradicted(Verdict.Scored scored, Preparation.Ready ready) {
        return scored.contributions().stream()
                .limit(1)
                .map(Contribution::channel)
                .filter(channel -> preparation.physics().hard(channel) && normalWithout(channel, ready))
                .map(List::of)
                .findFirst();
    }

    /** Returns the one instrument that others are explained by and that is off, if that undoes what several channels show. */
    private Optional<List<String>> off(Verdict.Scored scored, Preparation.Ready ready) {
        boolean several = scored.contributions().stream()
                .limit(TRIED)
                .noneMatch(each -> score(blind(ready.window(), each.channel())) <= 1);
        return several
                ? one.best(ready, scored.score())
                        .filter(correction -> correction.score() <= 1)
                        .map(correction -> List.of(correction.channel()))
                : Optional.empty();
    }

    /** Returns a prepared window of which one channel was not read, while others keep what it explained of them. */
    private static Window blind(Window prepared, String channel) {
        return prepared.without(prepared.schema().indexOf(channel).orElseThrow());
    }

    private boolean normal(Preparation.Ready undone, Exchange pair, double most) {
        return undone.refused().isEmpty()
                && undone.symptoms().stream().noneMatch(Symptom::conclusive)
                && !preparation.underway(undone, pair.one())
                && !preparation.underway(undone, pair.other())
                && score(undone.window()) <= most;
    }

    /** Returns whether one channel is all that speaks against the machine, and it is not on the move. */
    private boolean oneAlone(Verdict.Scored scored, Preparation.Ready ready) {
        boolean fresh = jump(ready, Company.FRESH)
                .filter(jump -> normalWithout(jump.channel(), ready))
                .isPresent();
        boolean moving = jump(ready, Company.SHARED).isPresent();
        return fresh
                || (!moving
                        && scored.contributions().stream()
                                .limit(TRIED)
                                .anyMatch(each -> normalWithout(each.channel(), ready)));
    }

    private Verdict undetermined(Verdict.Scored scored) {
        double score = scored.score() / (preparation.explains() ? LONE : 1);
        return new Verdict.Scored(score, score > 1 ? scored.contributions() : List.of(), Suspect.UNDETERMINED);
    }

    /**
     * Returns whether the jump led away from what is usual: a jump back is the end of something, and one on a way that had
     * begun before is a part of something.
     */
    private boolean leadsAway(Symptom.Jump jump, Preparation.Ready ready) {
        OptionalInt position = ready.believed().schema().indexOf(jump.channel());
        if (position.isEmpty()) {
            return false;
        }
        int rows = ready.believed().length();
        double before = score(preparation.without(ready, position.getAsInt(), jump.row(), rows));
        double after = score(preparation.without(ready, position.getAsInt(), 0, jump.row()));
        return !(before > BACK * after) && !(before > 1 && before > after / FAR);
    }

    private double score(Window prepared) {
        return detector.judge(List.of(prepared)).getFirst() instanceof Verdict.Scored scored
                ? scored.score()
                : Double.NaN;
    }

    private boolean normalWithout(String channel, Preparation.Ready ready) {
        OptionalInt position = ready.believed().schema().indexOf(channel);
        return position.isPresent()
                && score(preparation.without(
                                ready, position.getAsInt(), 0, ready.believed().length()))
                        <= 1;
    }
}
