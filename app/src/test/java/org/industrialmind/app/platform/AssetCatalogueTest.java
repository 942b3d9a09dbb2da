package org.industrialmind.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;
import org.junit.jupiter.api.Test;

class AssetCatalogueTest {
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("fan"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(new Channel("speed", "", new Unit("/min"), Channel.Role.DRIVE)));

    private final AssetCatalogue catalogue = new AssetCatalogue();

    private static Asset fan(String name, String equipmentClass) {
        return new Asset(
                new AssetId("F-201"),
                name,
                new EquipmentClass(equipmentClass),
                new PlantPath("North", "Utilities", "Ventilation"),
                3);
    }

    @Test
    void what_a_feed_declares_later_replaces_what_it_declared_before() {
        catalogue.declare(fan("Fan", "fan"), SCHEMA);
        catalogue.declare(fan("Fan of the boiler", "fan"), SCHEMA);
        assertThat(catalogue.assets()).containsExactly(fan("Fan of the boiler", "fan"));
    }

    @Test
    void what_a_person_says_of_a_machine_outlives_what_its_feed_declares() {
        catalogue.declare(fan("Fan", "fan"), SCHEMA);
        catalogue.describe(fan("Fan of the boiler", "fan"), SCHEMA);
        catalogue.declare(fan("Fan", "fan"), SCHEMA); // as at every start
        assertThat(catalogue.assets()).containsExactly(fan("Fan of the boiler", "fan"));

        catalogue.describe(fan("Fan of boiler 2", "fan"), SCHEMA);
        assertThat(catalogue.find(new AssetId("F-201"))).contains(fan("Fan of boiler 2", "fan"));
        assertThat(catalogue.schema(new AssetId("F-201"))).contains(SCHEMA);
    }

    @Test
    void an_installation_that_a_person_leaves_open_stays_as_declared() {
        Asset declared = fan("Fan", "fan").installed(new Installation(37, Support.FLEXIBLE));
        Asset described = fan("Fan of the boiler", "fan");
        Asset both = described.installed(new Installation(37, Support.FLEXIBLE));
        catalogue.declare(declared, SCHEMA);
        catalogue.describe(described, SCHEMA);
        assertThat(catalogue.assets()).containsExactly(both);

        AssetCatalogue restarted = new AssetCatalogue();
        restarted.describe(described, SCHEMA);
        restarted.declare(declared, SCHEMA);
        assertThat(restarted.assets()).containsExactly(both);

        Asset corrected = described.installed(new Installation(45, Support.RIGID));
        restarted.describe(corrected, SCHEMA);
        restarted.declare(declared, SCHEMA);
        assertThat(restarted.assets()).containsExactly(corrected);
    }

    @Test
    void an_installation_that_a_person_takes_back_is_gone() {
        Asset described = fan("Fan of the boiler", "fan");
        catalogue.describe(described.installed(new Installation(45, Support.RIGID)), SCHEMA);
        catalogue.describe(described, SCHEMA);
        assertThat(catalogue.assets()).containsExactly(described);
    }

    @Test
    void other_words_for_the_same_channels_reach_the_machines() {
        FrameSchema reworded = new FrameSchema(
                SCHEMA.equipmentClass(),
                SCHEMA.period(),
                SCHEMA.precision(),
                List.of(new Channel("speed", "Of the shaft", new Unit("/min"), Channel.Role.DRIVE)));
        catalogue.describe(fan("Fan", "fan"), SCHEMA);
        catalogue.describe(reworded);
        assertThat(catalogue.schema(new AssetId("F-201"))).contains(reworded);
    }

    @Test
    void a_machine_has_a_schema_of_its_own_class() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalogue.declare(fan("Fan", "pump"), SCHEMA))
                .withMessage("asset F-201 is a pump, but its schema is of a fan");
        assertThatIllegalArgumentException().isThrownBy(() -> catalogue.describe(fan("Fan", "pump"), SCHEMA));
    }
}
