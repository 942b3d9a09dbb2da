package org.industrialmind.serving.rest;

import java.time.Instant;
import java.util.List;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmEvent;
import org.industrialmind.advisor.alarm.Shelving;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.signal.Asset;
import org.jspecify.annotations.Nullable;

/** An alarm as the API shows it, with the actions that its state allows now. */
public record AlarmView(
        String id,
        String asset,
        String assetName,
        String priority,
        String state,
        String message,
        Instant raised,
        Instant changed,
        @Nullable String acknowledgedBy,
        @Nullable Instant shelvedUntil,
        @Nullable String shelveReason,
        List<String> actions,
        EpisodeView episode,
        Diagnosis diagnosis) {

    public static AlarmView of(Alarm alarm, AssetDirectory directory) {
        return new AlarmView(
                alarm.id().toString(),
                alarm.asset().value(),
                directory
                        .find(alarm.asset())
                        .map(Asset::name)
                        .orElse(alarm.asset().value()),
                alarm.priority().code(),
                alarm.state().code(),
                alarm.message(),
                alarm.raised(),
                alarm.changed(),
                alarm.acknowledgedBy().orElse(null),
                alarm.shelving().map(Shelving::until).orElse(null),
                alarm.shelving().map(Shelving::reason).orElse(null),
                alarm.allowed().stream()
                        .filter(AlarmEvent::byOperator)
                        .map(AlarmEvent::code)
                        .toList(),
                EpisodeView.of(alarm.episode()),
                alarm.diagnosis());
    }
}
