package org.industrialmind.advisor.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.alarm.EpisodeTracker.Change;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;

final class EpisodeNewsTest {
    private static Episode episode(String asset, long updated) {
        AssetId id = new AssetId(asset);
        return new Episode(
                EpisodeId.of(id, "anomaly/fan", 1),
                id,
                1,
                updated,
                Optional.empty(),
                2,
                List.of(),
                Suspect.UNDETERMINED,
                new ModelRef("anomaly/fan", 1));
    }

    @Test
    void tells_a_run_of_continuing_windows_once_by_the_last_and_keeps_opening_and_closing() {
        EpisodeNews news = new EpisodeNews();
        Change opened = new Change.Opened(episode("F-1", 2), 3);
        Change other = new Change.Opened(episode("F-2", 2), 3);
        Change closed = new Change.Closed(episode("F-1", 6));

        news.add(opened);
        news.add(new Change.Continued(episode("F-1", 3), 4, true));
        news.add(other);
        news.add(new Change.Continued(episode("F-1", 4), 5, false));
        news.add(closed);

        assertThat(news.changes())
                .containsExactly(opened, new Change.Continued(episode("F-1", 4), 5, true), other, closed);
    }
}
