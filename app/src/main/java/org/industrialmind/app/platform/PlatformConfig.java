package org.industrialmind.app.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.industrialmind.advisor.alarm.AlarmSettings;
import org.industrialmind.serving.platform.ServingConfig;
import org.industrialmind.telemetry.scoring.ScoringConfig;

/**
 * Everything about the platform that somebody may want to be different.
 *
 * @param data the folder that keeps models and logs
 * @param championPoll how soon a promotion is noticed
 */
public record PlatformConfig(
        Path data,
        ScoringConfig scoring,
        AlarmSettings alarms,
        MaintenanceConfig maintenance,
        ServingConfig serving,
        Duration championPoll) {

    /** Returns the defaults for that data folder and dashboard. */
    public static PlatformConfig defaults(Path data, Path dashboard) {
        return new PlatformConfig(
                data,
                ScoringConfig.defaults(),
                AlarmSettings.defaults(),
                MaintenanceConfig.defaults(),
                ServingConfig.defaults(dashboard),
                Duration.ofMillis(500));
    }

    public PlatformConfig withScoring(ScoringConfig other) {
        return new PlatformConfig(data, other, alarms, maintenance, serving, championPoll);
    }

    public PlatformConfig withPort(int port) {
        return new PlatformConfig(data, scoring, alarms, maintenance, serving.withPort(port), championPoll);
    }

    public PlatformConfig withMaintenance(MaintenanceConfig other) {
        return new PlatformConfig(data, scoring, alarms, other, serving, championPoll);
    }

    /** Returns the file of the plant's zones of vibration; the first start puts the usual ones there. */
    public Path vibrationZones() {
        return data.resolve("vibration-zones.csv");
    }

    /** Returns the folder of the registered models' files. */
    public Path models() {
        return data.resolve("models");
    }

    /** Returns the folder of the models of remaining life, which {@code life train} may make at any time. */
    public Path lifeModels() {
        return data.resolve("life-models");
    }
}
