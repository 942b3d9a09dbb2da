package org.industrialmind.knowledge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.PlantPath;
import org.junit.jupiter.api.Test;

/** What every plant graph does. An implementation extends this and hands out an empty graph for each test. */
public abstract class PlantGraphContract {
    private static final EquipmentClass PUMP = new EquipmentClass("centrifugal-pump");
    private static final EquipmentClass FAN = new EquipmentClass("fan");

    protected abstract PlantGraph emptyGraph();

    private static Asset asset(String id, EquipmentClass equipmentClass, String system) {
        return new Asset(
                new AssetId(id), "Machine " + id, equipmentClass, new PlantPath("North", "Utilities", system), 4);
    }

    @Test
    void gives_back_the_assets_by_id() {
        PlantGraph graph = emptyGraph();
        Asset pump = asset("P-102", PUMP, "Feed water");
        Asset fan = asset("F-101", FAN, "Air");

        graph.load(List.of(pump, fan), EquipmentLibrary.standard());

        assertThat(graph.assets()).containsExactly(fan, pump);
        assertThat(graph.asset(pump.id())).contains(pump);
        assertThat(graph.asset(new AssetId("X-1"))).isEmpty();
    }

    @Test
    void gives_back_the_library_word_for_word() {
        PlantGraph graph = emptyGraph();

        graph.load(List.of(), EquipmentLibrary.standard());

        for (EquipmentKnowledge known : EquipmentLibrary.standard()) {
            assertThat(graph.knowledge(known.equipmentClass())).contains(known);
        }
    }

    @Test
    void loading_twice_changes_nothing() {
        PlantGraph graph = emptyGraph();
        List<Asset> assets = List.of(asset("P-101", PUMP, "Feed water"), asset("P-102", PUMP, "Feed water"));

        graph.load(assets, EquipmentLibrary.standard());
        graph.load(assets, EquipmentLibrary.standard());

        assertThat(graph.assets()).isEqualTo(assets);
        assertThat(graph.knowledge(PUMP)).contains(EquipmentLibrary.standard().getFirst());
    }

    @Test
    void loading_again_moves_a_machine_and_rewrites_what_is_known() {
        PlantGraph graph = emptyGraph();
        graph.load(List.of(asset("P-101", PUMP, "Feed water")), EquipmentLibrary.standard());
        Asset moved = asset("P-101", FAN, "Air");
        EquipmentKnowledge shorter = new EquipmentKnowledge(
                FAN,
                "Fan",
                List.of(new FailureMode(
                        "fan.unbalance",
                        "Unbalance",
                        "VIB",
                        "Impeller",
                        "Balance it.",
                        "a test",
                        List.of(new FailureMode.Symptom("vibration_de", 1), new FailureMode.Symptom("flow", 0)))));

        graph.load(List.of(moved), List.of(shorter));

        assertThat(graph.assets()).containsExactly(moved);
        assertThat(graph.knowledge(FAN)).contains(shorter);
    }

    @Test
    void knows_nothing_of_a_class_that_was_never_loaded() {
        PlantGraph graph = emptyGraph();
        EquipmentClass turbine = new EquipmentClass("steam-turbine");

        graph.load(List.of(asset("T-1", turbine, "Power")), EquipmentLibrary.standard());

        assertThat(graph.knowledge(turbine)).isEmpty();
        assertThat(graph.asset(new AssetId("T-1"))).isPresent();
    }
}
