package org.industrialmind.app;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The walls of the house, as ARCHITECTURE.md draws them: who may import whom, and who may use which outside library.
 * What the tables do not list fails. The scan is proven to have seen every module, so no rule can pass on nothing.
 */
class ArchitectureTest {
    private static final String ROOT = "org.industrialmind.";

    /** Module -> the modules it may import. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("foundations", Set.of()),
            Map.entry("signal", Set.of()),
            Map.entry("simulator", Set.of("signal", "foundations")),
            Map.entry("learning", Set.of("signal", "foundations")),
            Map.entry("torch", Set.of("signal", "learning")),
            Map.entry("telemetry", Set.of("signal")),
            Map.entry("knowledge", Set.of("signal", "learning")),
            Map.entry("lifecycle", Set.of("signal", "learning")),
            Map.entry("advisor", Set.of("signal", "learning", "knowledge")),
            Map.entry("serving", Set.of("signal", "learning", "telemetry", "knowledge", "lifecycle", "advisor")),
            Map.entry("recipes", Set.of("signal", "foundations", "simulator", "learning", "torch")),
            Map.entry(
                    "app",
                    Set.of(
                            "signal",
                            "foundations",
                            "simulator",
                            "learning",
                            "torch",
                            "telemetry",
                            "knowledge",
                            "lifecycle",
                            "advisor",
                            "serving")));

    /** Outside library (a package prefix) -> the only modules that may use it. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.springframework", Set.of("serving")),
            Map.entry("org.apache.kafka", Set.of("telemetry", "app")),
            Map.entry("org.bytedeco", Set.of("torch")),
            Map.entry("ai.onnxruntime", Set.of("torch")),
            Map.entry("org.neo4j", Set.of("knowledge")),
            Map.entry("de.siegmar.fastcsv", Set.of("learning")),
            Map.entry("org.apache.parquet", Set.of("learning")),
            Map.entry("blue.strategic", Set.of("learning")),
            Map.entry("jdk.incubator.vector", Set.of("foundations")),
            Map.entry("org.slf4j", Set.of("telemetry", "knowledge", "lifecycle", "advisor", "serving", "app")),
            Map.entry("java.sql", Set.of("telemetry", "lifecycle", "advisor", "serving", "app")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")) // the contract kits of other modules
            .withImportOption(location -> !location.contains("org/industrialmind/stack/")) // here for tests only
            .importPackages("org.industrialmind");

    @Test
    void the_scan_has_seen_every_module() {
        Map<String, Integer> seen = new TreeMap<>();
        CLASSES.forEach(type -> seen.merge(module(type), 1, Integer::sum));
        assertThat(seen.keySet()).containsAll(builtModules());
        seen.forEach((module, count) ->
                assertThat(count).as("classes seen in " + module).isGreaterThan(1));
        assertThat(CLASSES.size()).isGreaterThan(200);
    }

    @Test
    void modules_import_only_what_the_table_allows() {
        assertThat(violations(this::crossesAWall)).isEmpty();
    }

    @Test
    void outside_libraries_stay_in_their_rooms() {
        assertThat(violations(this::strangerInTheRoom)).isEmpty();
    }

    @Test
    void vector_registers_stay_in_the_algebra() {
        assertThat(violations(
                        dependency -> dependency.getTargetClass().getName().startsWith("jdk.incubator.vector")
                                && !dependency.getOriginClass().getPackageName().equals(ROOT + "foundations.algebra")))
                .isEmpty();
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("org.industrialmind.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobody_imports_the_program() {
        List<String> importers = CLASSES.stream()
                .filter(type -> !module(type).equals("app"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency.getTargetClass().getName().startsWith(ROOT + "app"))
                .map(Dependency::getDescription)
                .toList();
        assertThat(importers).isEmpty();
    }

    /** The servers and the recipes are programs of their own; the servers are on this class path only for tests. */
    private static Set<String> builtModules() {
        Set<String> modules = new TreeSet<>(ALLOWED.keySet());
        modules.remove("recipes");
        return modules;
    }

    private static Set<String> violations(Predicate<Dependency> forbidden) {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> type.getDirectDependenciesFromSelf().stream()
                .filter(forbidden)
                .forEach(dependency -> found.add(dependency.getDescription())));
        return found;
    }

    private boolean crossesAWall(Dependency dependency) {
        String target = dependency.getTargetClass().getName();
        if (!target.startsWith(ROOT)) {
            return false;
        }
        String from = module(dependency.getOriginClass());
        String to = module(dependency.getTargetClass());
        return !from.equals(to) && !ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    private boolean strangerInTheRoom(Dependency dependency) {
        String target = dependency.getTargetClass().getName();
        String from = module(dependency.getOriginClass());
        return LIBRARIES.entrySet().stream()
                .anyMatch(library -> target.startsWith(library.getKey() + ".")
                        && !library.getValue().contains(from));
    }

    private static String module(JavaClass type) {
        String rest = type.getName().substring(ROOT.length());
        int end = rest.indexOf('.');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
