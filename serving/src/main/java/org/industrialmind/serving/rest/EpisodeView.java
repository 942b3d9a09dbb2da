package org.industrialmind.serving.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.industrialmind.serving.web.Times;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.ModelRef;
import org.jspecify.annotations.Nullable;

/** An episode as the API shows it. */
public record EpisodeView(
        String id,
        String asset,
        Instant onset,
        Instant updated,
        @Nullable Instant closed,
        double peakScore,
        ModelRef model,
        List<Contribution> contributions,
        String suspect) {

    static EpisodeView of(Episode episode) {
        return new EpisodeView(
                episode.id().toString(),
                episode.asset().value(),
                Times.instant(episode.onsetNanos()),
                Times.instant(episode.updatedNanos()),
                episode.closedNanos().map(Times::instant).orElse(null),
                episode.peakScore(),
                episode.model(),
                episode.contributions(),
                episode.suspect().name().toLowerCase(Locale.ROOT));
    }
}
