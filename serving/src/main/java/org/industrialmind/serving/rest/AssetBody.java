package org.industrialmind.serving.rest;

import java.util.Optional;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.signal.PlantPath;
import org.jspecify.annotations.Nullable;

/**
 * A machine as it is added.
 *
 * @param name what people call it
 * @param equipmentClass such as {@code centrifugal-pump}
 * @param criticality 1 (a nuisance) to 5 (stops the plant)
 * @param installation may be left out; then nothing is said of the severity of its vibration
 */
public record AssetBody(
        @Nullable String name,
        @Nullable String equipmentClass,
        @Nullable PathBody path,
        @Nullable Integer criticality,
        @Nullable InstallationBody installation) {

    /** Where it stands, by ISA-95. */
    public record PathBody(
            @Nullable String site,
            @Nullable String area,
            @Nullable String system) {}

    /**
     * How powerful it is and how it stands.
     *
     * @param support {@code rigid} or {@code flexible}
     */
    public record InstallationBody(
            @Nullable Double ratedKilowatts, @Nullable String support) {
        static InstallationBody of(Installation installation) {
            return new InstallationBody(
                    installation.ratedKilowatts(), installation.support().code());
        }

        Installation installation() {
            double power = Given.value(
                    ratedKilowatts,
                    "installation.ratedKilowatts",
                    "the power on the nameplate in kW, or leave 'installation' out");
            String stands = Given.text(support, "installation.support", "rigid or flexible");
            return new Installation(power, Support.ofCode(stands));
        }
    }

    /**
     * Returns the machine that was meant.
     *
     * @throws Problem if a field is missing
     * @throws IllegalArgumentException if a value is out of its range
     */
    Asset asset(String id) {
        PathBody place = Given.value(path, "path", "where it stands: site, area and system");
        return new Asset(
                new AssetId(id),
                Given.text(name, "name", "what people call the machine"),
                new EquipmentClass(Given.text(equipmentClass, "equipmentClass", "a class such as centrifugal-pump")),
                new PlantPath(
                        Given.text(place.site(), "path.site", "the site"),
                        Given.text(place.area(), "path.area", "the area"),
                        Given.text(place.system(), "path.system", "the system")),
                Given.value(criticality, "criticality", "1 (a nuisance) to 5 (stops the plant)"),
                Optional.ofNullable(installation).map(InstallationBody::installation));
    }
}
