package org.industrialmind.advisor.alarm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;

/**
 * An episode while it is open, with the sums from which its contributions follow.
 *
 * <p>A channel's share is its mean over the abnormal windows; its deviation is the mean weighted by the shares, so that a
 * window in which the channel mattered speaks louder than one in which it only trembled. While the episode speaks against a
 * sensor, only windows that do so count, so that the first channel is the suspected one; and none of these count any longer
 * once it speaks against the machine.
 *
 * @param suspect whom the abnormal windows so far speak against, joined
 * @param windows how many abnormal windows there have been
 * @param counted over how many of them the sums are
 */
record RunningEpisode(
        EpisodeId id,
        AssetId asset,
        ModelRef model,
        long onsetNanos,
        long updatedNanos,
        double peakScore,
        Suspect suspect,
        int windows,
        int counted,
        Map<String, Sum> sums) {

    RunningEpisode {
        sums = new TreeMap<>(sums);
    }

    /** Over the windows counted: the sum of the shares, and of share times deviation. */
    record Sum(double share, double weighted) {
        Sum plus(Contribution contribution) {
            return new Sum(share + contribution.share(), weighted + contribution.share() * contribution.deviation());
        }
    }

    static RunningEpisode opening(AssetId asset, long onsetNanos, EpisodeWatch.Glimpse first) {
        EpisodeId id = EpisodeId.of(asset, first.model().name(), onsetNanos);
        return new RunningEpisode(
                id, asset, first.model(), onsetNanos, onsetNanos, 0, Suspect.UNDETERMINED, 0, 0, Map.of());
    }

    RunningEpisode plus(EpisodeWatch.Glimpse abnormal) {
        Suspect joined = suspect.and(abnormal.suspect());
        boolean anew = joined != suspect && (joined == Suspect.SENSOR || suspect == Suspect.SENSOR);
        boolean counts = joined != Suspect.SENSOR || abnormal.suspect() == Suspect.SENSOR;
        Map<String, Sum> next = anew ? new TreeMap<>() : new TreeMap<>(sums);
        for (Contribution contribution : counts ? abnormal.contributions() : List.<Contribution>of()) {
            Sum sum = next.getOrDefault(contribution.channel(), new Sum(0, 0));
            next.put(contribution.channel(), sum.plus(contribution));
        }
        return new RunningEpisode(
                id,
                asset,
                model,
                onsetNanos,
                abnormal.endNanos(),
                Math.max(peakScore, abnormal.score()),
                joined,
                windows + 1,
                (anew ? 0 : counted) + (counts ? 1 : 0),
                next);
    }

    RunningEpisode until(long endNanos, double score) {
        return new RunningEpisode(
                id, asset, model, onsetNanos, endNanos, Math.max(peakScore, score), suspect, windows, counted, sums);
    }

    /** Returns whether the evidence has doubled, so that it is worth working out the diagnosis again. */
    boolean evidenceDoubled() {
        return Integer.bitCount(windows) == 1;
    }

    Episode open() {
        return episode(Optional.empty());
    }

    Episode closed() {
        return episode(Optional.of(updatedNanos));
    }

    private Episode episode(Optional<Long> closed) {
        List<Contribution> contributions = sums.entrySet().stream()
                .map(entry -> contribution(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Contribution::share)
                        .reversed()
                        .thenComparing(Contribution::channel))
                .toList();
        return new Episode(id, asset, onsetNanos, updatedNanos, closed, peakScore, contributions, suspect, model);
    }

    private Contribution contribution(String channel, Sum sum) {
        double deviation = sum.share() > 0 ? sum.weighted() / sum.share() : 0;
        return new Contribution(channel, Math.min(1, sum.share() / Math.max(1, counted)), deviation);
    }
}
