package org.industrialmind.advisor.advice;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.industrialmind.learning.prognosis.path.WeibullLife;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;

/**
 * The terms of maintenance: those of a machine, else those of its class, else the general ones.
 *
 * <p>The defaults are starting values for a person to correct. Costs are of the order of published refinery figures (an
 * average pump repair of 10,000 to 12,000); lives of bearings, seals and couplings are published Weibull parameters.
 *
 * @param classes by the code of the equipment class
 * @param assets by machine
 * @param general for everything else
 */
public record TermsTable(
        Map<String, MaintenanceTerms> classes, Map<AssetId, MaintenanceTerms> assets, MaintenanceTerms general) {
    public TermsTable {
        classes = new TreeMap<>(classes);
        assets = new TreeMap<>(assets);
    }

    /** Returns the starting values. */
    public static TermsTable defaults() {
        MaintenanceTerms general = terms(30_000, 6_000, 96, 8, 48, 1.3, 50_000);
        return new TermsTable(
                Map.of(
                        "centrifugal-pump", terms(40_000, 8_000, 72, 8, 48, 1.3, 50_000), // as its bearings
                        "induction-motor", terms(30_000, 6_000, 120, 12, 72, 1.2, 80_000),
                        "heat-exchanger", terms(45_000, 12_000, 96, 24, 72, 2.0, 40_000),
                        "fan", terms(15_000, 4_000, 48, 6, 24, 1.3, 50_000)), // as its bearings
                Map.of(),
                general);
    }

    private static MaintenanceTerms terms(
            double failure,
            double intervention,
            int leadHours,
            int planned,
            int unplanned,
            double shape,
            double scale) {
        return new MaintenanceTerms(
                failure,
                intervention,
                0.0002, // of the intervention: 5,000 hours of life are worth one
                Duration.ofHours(leadHours),
                Duration.ofHours(24),
                Duration.ofHours(planned),
                Duration.ofHours(unplanned),
                new WeibullLife(shape, scale));
    }

    /** Returns the terms of that machine. */
    public MaintenanceTerms of(Asset asset) {
        MaintenanceTerms ofClass = classes.getOrDefault(asset.equipmentClass().code(), general);
        return assets.getOrDefault(asset.id(), ofClass);
    }

    /** Returns this table with other terms for that machine. */
    public TermsTable with(AssetId asset, MaintenanceTerms terms) {
        Map<AssetId, MaintenanceTerms> changed = new TreeMap<>(assets);
        changed.put(asset, terms);
        return new TermsTable(classes, changed, general);
    }

    /** Returns this table for a plant whose clock of damage runs so many times faster than a real one's. */
    public TermsTable faster(double factor) {
        UnaryOperator<MaintenanceTerms> faster = terms -> terms.faster(factor);
        return new TermsTable(mapped(classes, faster), mapped(assets, faster), faster.apply(general));
    }

    private static <K> Map<K, MaintenanceTerms> mapped(
            Map<K, MaintenanceTerms> terms, UnaryOperator<MaintenanceTerms> change) {
        return terms.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> change.apply(entry.getValue())));
    }
}
