package org.industrialmind.app.platform;

import org.industrialmind.telemetry.store.InfluxConfig;
import org.industrialmind.telemetry.store.InfluxSampleStore;
import org.industrialmind.telemetry.store.QuestDbConfig;
import org.industrialmind.telemetry.store.QuestDbSampleStore;
import org.industrialmind.telemetry.store.SampleStore;

/** Opens the store that an address names. */
public final class Stores {
    private Stores() {}

    public static SampleStore open(Servers.StoreAddress address) {
        return switch (address) {
            case Servers.StoreAddress.QuestDb questDb -> {
                QuestDbConfig config = QuestDbConfig.at(questDb.url());
                yield new QuestDbSampleStore(
                        questDb.login().map(config::withLogin).orElse(config));
            }
            case Servers.StoreAddress.Influx influx -> {
                InfluxConfig config = InfluxConfig.at(influx.url(), influx.database());
                yield new InfluxSampleStore(
                        influx.login().map(config::withLogin).orElse(config));
            }
        };
    }
}
