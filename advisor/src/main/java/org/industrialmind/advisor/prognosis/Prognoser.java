package org.industrialmind.advisor.prognosis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.industrialmind.learning.prognosis.path.ConditionPath;
import org.industrialmind.learning.prognosis.path.Experience;
import org.industrialmind.learning.prognosis.path.PathLife;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.LifeQuantile;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.RemainingLife;

/**
 * Says how long a machine will still do its work, from its path and the fleet's experience.
 *
 * <p>It says little, and late, rather than something wrong: without an episode, before the path is long enough, where it does
 * not rise by the test of {@link org.industrialmind.learning.prognosis.path.Trend}, and while the failure mode is not clear,
 * every quantile is infinite. The last is what keeps false alarms from getting a date: they seldom look like a failure.
 */
public final class Prognoser {
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95};

    private final FleetExperience fleet;
    private final PrognosisSettings settings;

    public Prognoser(FleetExperience fleet, PrognosisSettings settings) {
        this.fleet = fleet;
        this.settings = settings;
    }

    /**
     * Returns what can be said of a machine, as of the last window that was judged.
     *
     * @param mode the failure mode that the episode is known to be, if it is
     */
    public Prognosis of(Asset asset, PathWatch watch, Optional<String> mode) {
        long now = watch.rule().lastNanos();
        if (watch.path().isEmpty()) {
            return new Prognosis(
                    endless(asset, now, Optional.empty(), 1),
                    Prognosis.Outlook.HEALTHY,
                    Optional.empty(),
                    Duration.ZERO,
                    0);
        }
        ConditionPath path = watch.path().get();
        Optional<EpisodeId> episode = watch.model()
                .map(ModelRef::name)
                .map(name -> EpisodeId.of(asset.id(), name, watch.rule().onsetNanos()));
        Duration watched = Duration.ofNanos(now - path.startNanos());
        Optional<Experience> known = fleet.of(asset.equipmentClass(), mode);
        if (known.isEmpty()) {
            return new Prognosis(endless(asset, now, mode, 1), Prognosis.Outlook.NO_EXPERIENCE, episode, watched, 0);
        }
        Experience experience = known.get();
        double health = Math.clamp(1 - experience.wear(path), 0, 1);
        Prognosis.Outlook outlook = outlook(path, mode);
        Optional<PathLife> life = outlook == Prognosis.Outlook.WEARING ? experience.life(path, now) : Optional.empty();
        RemainingLife told = life.map(ends -> told(asset, now, mode, ends, health))
                .orElseGet(() -> endless(asset, now, mode, health));
        return new Prognosis(told, outlook, episode, watched, experience.machines());
    }

    private Prognosis.Outlook outlook(ConditionPath path, Optional<String> mode) {
        if (path.blocks().size() < settings.leastBlocks()) {
            return Prognosis.Outlook.TOO_EARLY;
        }
        if (!path.trend().rises(settings.significance())) {
            return Prognosis.Outlook.STEADY;
        }
        return mode.isPresent() ? Prognosis.Outlook.WEARING : Prognosis.Outlook.UNDETERMINED;
    }

    private RemainingLife told(Asset asset, long now, Optional<String> mode, PathLife life, double health) {
        List<LifeQuantile> quantiles = DoubleStream.of(LEVELS)
                .mapToObj(level -> new LifeQuantile(level, life.hours(level, settings.horizonHours())))
                .toList();
        return new RemainingLife(asset.id(), now, quantiles, mode, model(), health);
    }

    private RemainingLife endless(Asset asset, long now, Optional<String> mode, double health) {
        List<LifeQuantile> quantiles = DoubleStream.of(LEVELS)
                .mapToObj(level -> new LifeQuantile(level, Double.POSITIVE_INFINITY))
                .toList();
        return new RemainingLife(asset.id(), now, quantiles, mode, model(), health);
    }

    private ModelRef model() {
        return new ModelRef("life/path", fleet.version());
    }
}
