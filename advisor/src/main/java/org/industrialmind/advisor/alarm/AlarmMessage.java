package org.industrialmind.advisor.alarm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.Suspect;

/** The one line by which an alarm calls: which machine, what is seen, and what it fits. */
final class AlarmMessage {
    private static final int CHANNELS_NAMED = 3; // what fits into one line and one glance

    /** How the parts of a channel name read; what is not here reads as it is written. */
    private static final Map<String, String> WORDS = Map.of(
            "temp", "temperature",
            "de", "(drive end)",
            "nde", "(non-drive end)",
            "hf", "(high frequency)",
            "dp", "pressure drop",
            "in", "inlet",
            "out", "outlet");

    private AlarmMessage() {}

    static String of(Optional<Asset> asset, Episode episode, Diagnosis diagnosis) {
        String machine = asset.map(known -> known.id() + " " + known.name())
                .orElse(episode.asset().value());
        if (episode.suspect() == Suspect.SENSOR && !episode.contributions().isEmpty()) {
            return machine + ": what "
                    + inWords(episode.contributions().getFirst().channel())
                    + " reads does not fit the machine; check the sensor";
        }
        String seen = seen(episode.contributions());
        String fits = diagnosis
                .leading()
                .map(mode -> "; fits " + mode.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return machine + " behaves abnormally" + (seen.isEmpty() ? "" : ": " + seen) + fits;
    }

    private static String seen(List<Contribution> contributions) {
        String risen = named(contributions, 1);
        String fallen = named(contributions, -1);
        String rise = risen.isEmpty() ? "" : risen + (single(contributions, 1) ? " rises" : " rise");
        String fall = fallen.isEmpty() ? "" : fallen + (single(contributions, -1) ? " falls" : " fall");
        return Stream.of(rise, fall).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static Stream<Contribution> notable(List<Contribution> contributions, int sign) {
        return contributions.stream()
                .filter(contribution -> contribution.sign() != 0)
                .limit(CHANNELS_NAMED)
                .filter(contribution -> contribution.sign() == sign);
    }

    private static boolean single(List<Contribution> contributions, int sign) {
        return notable(contributions, sign).count() == 1;
    }

    private static String named(List<Contribution> contributions, int sign) {
        List<String> names = notable(contributions, sign)
                .map(contribution -> inWords(contribution.channel()))
                .toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Returns {@code bearing temperature (drive end)} for {@code bearing_temp_de}. */
    static String inWords(String channel) {
        return Stream.of(channel.split("_"))
                .map(word -> WORDS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
